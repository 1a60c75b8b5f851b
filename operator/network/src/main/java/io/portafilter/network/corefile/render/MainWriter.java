package io.portafilter.network.corefile.render;

import io.portafilter.network.corefile.form.GoDuration;
import io.portafilter.network.corefile.settings.CacheSettings;
import io.portafilter.network.corefile.settings.ClusterSettings;
import io.portafilter.network.corefile.settings.HealthSettings;
import io.portafilter.network.corefile.settings.HostsSettings;
import io.portafilter.network.corefile.settings.ImportSettings;
import io.portafilter.network.corefile.settings.MainBlock;
import io.portafilter.network.corefile.settings.ReloadSettings;
import io.portafilter.network.corefile.settings.Reverse;
import io.portafilter.network.corefile.settings.RewriteRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The plugins of the main block, in the order in which kubeadm writes them. */
final class MainWriter {
    private static final List<String> REVERSE = List.of("in-addr.arpa", "ip6.arpa");

    private final MainBlock main;
    private final HostsSettings hosts;
    private final ImportSettings imports;
    private final Optional<Mark> mark;
    private final ExtraText.Plugins extra;

    MainWriter(MainBlock main, HostsSettings hosts, ImportSettings imports, Optional<Mark> mark) {
        this.main = main;
        this.hosts = hosts;
        this.imports = imports;
        this.mark = mark;
        this.extra = ExtraText.plugins(main.extraPlugins());
    }

    void write(BlockWriter writer) {
        writer.problems(extra.problems());
        Set<String> overriding = Overriding.names(extra.stanzas());
        if (main.errors() && !overriding.contains("errors")) {
            writer.plugin("errors");
        }
        log(writer);
        main.health().filter(health -> !overriding.contains("health")).ifPresent(health -> health(writer, health));
        if (main.ready() && !overriding.contains("ready")) {
            writer.plugin("ready");
        }
        mark.filter(written -> !overriding.contains("chaos"))
                .ifPresent(written -> writer.plugin("chaos", written.answer()));
        main.rewrites().forEach(rule -> rewrite(writer, rule));
        if (main.autopath() && !overriding.contains("autopath")) {
            writer.plugin("autopath", "@kubernetes");
        }
        main.cluster()
                .filter(cluster -> !overriding.contains("kubernetes"))
                .ifPresent(cluster -> kubernetes(writer, cluster));
        if (!overriding.contains("hosts")) {
            writer.hosts(hosts);
        }
        if (!overriding.contains("prometheus")) {
            main.metricsPort().ifPresent(port -> writer.plugin("prometheus", ":" + port));
        }
        extra.stanzas().forEach(writer::stanza);
        writer.comments(extra.closing());
        imports(writer, imports.beforeForward());
        main.upstreams().ifPresent(upstreams -> UpstreamLines.write(writer, upstreams));
        main.cache().filter(cache -> !overriding.contains("cache")).ifPresent(cache -> cache(writer, cache));
        if (main.loopDetection() && !overriding.contains("loop")) {
            writer.plugin("loop");
        }
        main.reload().filter(reload -> !overriding.contains("reload")).ifPresent(reload -> reload(writer, reload));
        if (main.loadbalance() && !overriding.contains("loadbalance")) {
            writer.plugin("loadbalance");
        }
        imports(writer, !imports.beforeForward());
    }

    private void log(BlockWriter writer) {
        switch (main.queries()) {
            case NONE -> {}
            case ERRORS -> writer.plugin(List.of("log", "."), List.of(List.of("class", "error")));
            case DENIALS -> writer.plugin(List.of("log", "."), List.of(List.of("class", "denial", "error")));
            case ALL -> writer.plugin("log");
        }
    }

    private void imports(BlockWriter writer, boolean here) {
        if (here) {
            imports.overrides().forEach(pattern -> writer.plugin("import", pattern));
        }
    }

    private static void health(BlockWriter writer, HealthSettings health) {
        List<String> words = new ArrayList<>(List.of("health"));
        health.port().ifPresent(port -> words.add(":" + port));
        writer.plugin(
                words,
                health.lameduck().stream()
                        .map(lameduck -> List.of("lameduck", GoDuration.format(lameduck)))
                        .toList());
    }

    /** An exact name is answered under the name that was asked for by itself; every other match has to be told. */
    private static void rewrite(BlockWriter writer, RewriteRule rule) {
        if (rule.match() == RewriteRule.Match.EXACT) {
            writer.plugin("rewrite", "name", rule.from(), rule.to());
        } else {
            writer.plugin("rewrite", "name", rule.match().word(), rule.from(), rule.to(), "answer", "auto");
        }
    }

    private static void kubernetes(BlockWriter writer, ClusterSettings cluster) {
        List<String> words = new ArrayList<>(List.of("kubernetes"));
        words.addAll(cluster.domains());
        List<List<String>> options = new ArrayList<>();
        cluster.podRecords().ifPresent(pods -> options.add(List.of("pods", pods.word())));
        switch (cluster.reverse()) {
            case Reverse.Exact exact -> words.addAll(exact.networks());
            case Reverse.FallThrough all -> {
                words.addAll(REVERSE);
                List<String> option = new ArrayList<>(List.of("fallthrough"));
                option.addAll(REVERSE);
                options.add(option);
            }
        }
        cluster.ttlSeconds().ifPresent(ttl -> options.add(List.of("ttl", Integer.toString(ttl))));
        writer.plugin(words, options);
    }

    private void cache(BlockWriter writer, CacheSettings cache) {
        List<String> words = new ArrayList<>(List.of("cache"));
        cache.successSeconds().ifPresent(seconds -> words.add(Integer.toString(seconds)));
        List<String> domains = main.cluster().map(ClusterSettings::domains).orElse(List.of());
        writer.plugin(words, CacheLines.of(cache, domains));
    }

    private static void reload(BlockWriter writer, ReloadSettings reload) {
        List<String> words = new ArrayList<>(List.of("reload"));
        reload.interval().ifPresent(interval -> words.add(GoDuration.format(interval)));
        reload.interval()
                .flatMap(interval -> reload.jitter())
                .ifPresent(jitter -> words.add(GoDuration.format(jitter)));
        writer.plugin(words, List.of());
    }
}
