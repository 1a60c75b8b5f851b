package io.portafilter.network.corefile.adopt;

import io.portafilter.network.corefile.form.ServerKey;
import io.portafilter.network.corefile.parse.ServerBlock;
import io.portafilter.network.corefile.parse.Stanza;
import io.portafilter.network.corefile.parse.Token;
import io.portafilter.network.corefile.plugin.Autopath;
import io.portafilter.network.corefile.plugin.Cache;
import io.portafilter.network.corefile.plugin.Errors;
import io.portafilter.network.corefile.plugin.Forward;
import io.portafilter.network.corefile.plugin.Health;
import io.portafilter.network.corefile.plugin.Hosts;
import io.portafilter.network.corefile.plugin.Kubernetes;
import io.portafilter.network.corefile.plugin.Loadbalance;
import io.portafilter.network.corefile.plugin.Log;
import io.portafilter.network.corefile.plugin.Loop;
import io.portafilter.network.corefile.plugin.Plugin;
import io.portafilter.network.corefile.plugin.Plugins;
import io.portafilter.network.corefile.plugin.Prometheus;
import io.portafilter.network.corefile.plugin.Ready;
import io.portafilter.network.corefile.plugin.Reload;
import io.portafilter.network.corefile.plugin.Rewrite;
import io.portafilter.network.corefile.render.Mark;
import io.portafilter.network.corefile.settings.ClusterSettings;
import io.portafilter.network.corefile.settings.HealthSettings;
import io.portafilter.network.corefile.settings.HostsSettings;
import io.portafilter.network.corefile.settings.ImportSettings;
import io.portafilter.network.corefile.settings.MainBlock;
import io.portafilter.network.corefile.settings.MainDraft;
import io.portafilter.network.corefile.settings.ReloadSettings;
import io.portafilter.network.corefile.settings.RewriteRule;
import io.portafilter.network.corefile.settings.UpstreamSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The main block as fields, and the rest of it as text. */
final class MainReading {
    /** The plugins that have fields. */
    private static final Set<String> READS = Set.of(
            "autopath",
            "cache",
            "chaos",
            "errors",
            "forward",
            "health",
            "hosts",
            "import",
            "kubernetes",
            "loadbalance",
            "log",
            "loop",
            "prometheus",
            "ready",
            "reload",
            "rewrite");

    private final ServerBlock block;
    private final Plugins.Read read;
    private final Set<String> text = new HashSet<>();
    private final List<String> verbatim = new ArrayList<>();
    private final MainDraft draft = MainBlock.draft();
    private Optional<HostsSettings> hosts = Optional.empty();
    private ImportSettings imports = ImportSettings.none();

    MainReading(ServerBlock block, Set<String> kept) {
        this.block = block;
        this.read = Plugins.read(block);
        MainBlocks.key(block).map(ServerKey::port).map(Integer::valueOf).ifPresent(draft::port);
        block.stanzas().stream()
                .filter(stanza -> kept.contains(stanza.directive())
                        || !READS.contains(stanza.directive())
                        || stanza.mentionsEnvironment())
                .map(Stanza::directive)
                .forEach(text::add);
        read.problems().forEach(problem -> text.add(problem.plugin()));
        switches();
        listeners();
        cluster();
        names();
        forwards();
        overrides();
        draft.extraPlugins(extra());
    }

    MainBlock block() {
        return draft.build();
    }

    /** The plugins that are text. */
    List<String> verbatim() {
        return verbatim;
    }

    Optional<HostsSettings> hosts() {
        return hosts;
    }

    ImportSettings imports() {
        return imports;
    }

    /** The only plugin of a kind, unless it stays text; more than one become text. */
    private <T extends Plugin> Optional<T> only(String name, Class<T> kind) {
        List<T> all = read.all(kind);
        if (all.size() > 1) {
            text.add(name);
        }
        return text.contains(name) ? Optional.empty() : all.stream().findFirst();
    }

    /** Uses what could be read into fields, or leaves the plugin as text. */
    private <T> Optional<T> or(String name, Optional<T> fields) {
        if (fields.isEmpty()) {
            text.add(name);
        }
        return fields;
    }

    private void switches() {
        only("errors", Errors.class)
                .map(errors -> errors.arguments().isEmpty() && errors.options().isEmpty())
                .ifPresent(plain -> or("errors", plain ? Optional.of(draft.errors(true)) : Optional.empty()));
        only("log", Log.class)
                .ifPresent(log -> or("log", FieldReading.queries(log)).ifPresent(draft::queries));
        only("loop", Loop.class).ifPresent(loop -> draft.loopDetection(true));
        only("loadbalance", Loadbalance.class)
                .filter(loadbalance -> loadbalance.arguments().isEmpty())
                .ifPresentOrElse(loadbalance -> draft.loadbalance(true), () -> text.add("loadbalance"));
        only("reload", Reload.class)
                .ifPresent(reload -> draft.reload(new ReloadSettings(reload.interval(), reload.jitter())));
        only("autopath", Autopath.class)
                .filter(autopath ->
                        autopath.arguments().isEmpty() && autopath.source().equals("@kubernetes"))
                .ifPresentOrElse(autopath -> draft.autopath(true), () -> text.add("autopath"));
    }

    private void listeners() {
        only("health", Health.class).ifPresent(health -> {
            Optional<OptionalInt> port = FieldReading.port(health.address());
            or("health", port.map(number -> new HealthSettings(number, health.lameduck())))
                    .ifPresent(draft::health);
        });
        only("ready", Ready.class)
                .filter(ready -> ready.address().isEmpty() && ready.options().isEmpty())
                .ifPresentOrElse(ready -> draft.ready(true), () -> text.add("ready"));
        only("prometheus", Prometheus.class)
                .filter(metrics -> metrics.options().isEmpty())
                .flatMap(metrics -> FieldReading.port(metrics.address()))
                .filter(OptionalInt::isPresent)
                .ifPresentOrElse(port -> draft.metricsPort(port.getAsInt()), () -> text.add("prometheus"));
    }

    /** The cluster's domain is read even where its plugin stays text: everything else needs it. */
    private void cluster() {
        read.all(Kubernetes.class).stream().findFirst().ifPresent(kubernetes -> {
            Optional<ClusterSettings> cluster = FieldReading.cluster(kubernetes);
            cluster.ifPresent(draft::cluster);
            if (cluster.isEmpty()) {
                text.add("kubernetes");
            }
        });
        only("cache", Cache.class)
                .ifPresent(cache -> or("cache", CacheReading.read(cache)).ifPresent(draft::cache));
    }

    private void names() {
        hosts = only("hosts", Hosts.class).flatMap(found -> or("hosts", FieldReading.hosts(found)));
        List<RewriteRule> rules = new ArrayList<>();
        for (Rewrite rewrite : read.all(Rewrite.class)) {
            or("rewrite", FieldReading.rewrite(rewrite)).ifPresent(rules::add);
        }
        if (!text.contains("rewrite")) {
            draft.rewrites(rules);
        }
    }

    /** Several forwards are asked in order: the last one can be the fields', those before it stay text. */
    private void forwards() {
        List<Forward> all = read.all(Forward.class);
        if (!all.isEmpty() && !text.contains("forward")) {
            Optional<UpstreamSettings> last = FieldReading.upstreams(all.getLast());
            or("forward", last).ifPresent(draft::upstreams);
        }
    }

    private void overrides() {
        List<Stanza> stanzas = block.stanzas();
        List<String> patterns = stanzas.stream()
                .filter(stanza -> stanza.directive().equals("import"))
                .map(stanza -> stanza.tokens().getLast().text())
                .toList();
        if (!text.contains("import") && !patterns.isEmpty()) {
            List<String> names = stanzas.stream().map(Stanza::directive).toList();
            imports = new ImportSettings(patterns, names.indexOf("import") < names.lastIndexOf("forward"), List.of());
        }
    }

    private String extra() {
        List<Stanza> rest = new ArrayList<>();
        int forwards = read.all(Forward.class).size();
        for (Stanza stanza : block.stanzas()) {
            boolean earlier = stanza.directive().equals("forward") && --forwards > 0;
            boolean mark = stanza.directive().equals("chaos") && isMark(stanza.tokens());
            boolean foreign = stanza.directive().equals("chaos") && !mark;
            if ((text.contains(stanza.directive()) && !mark) || earlier || foreign) {
                rest.add(stanza);
            }
        }
        rest.stream().map(Stanza::directive).distinct().forEach(verbatim::add);
        return Reading.text(rest);
    }

    private static boolean isMark(List<Token> tokens) {
        return tokens.size() == 2 && tokens.getLast().text().startsWith(Mark.PREFIX);
    }
}
