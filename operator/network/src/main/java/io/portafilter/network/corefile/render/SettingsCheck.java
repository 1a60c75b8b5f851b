package io.portafilter.network.corefile.render;

import io.portafilter.network.corefile.form.GoRegex;
import io.portafilter.network.corefile.parse.Stanza;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import io.portafilter.network.corefile.settings.CacheSettings;
import io.portafilter.network.corefile.settings.DnsSettings;
import io.portafilter.network.corefile.settings.MainBlock;
import io.portafilter.network.corefile.settings.PodRecords;
import io.portafilter.network.corefile.settings.RewriteRule;
import io.portafilter.network.corefile.settings.StubDomain;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Limits of single fields, and which fields do not go together. */
final class SettingsCheck {
    private static final int MOST_REWRITES = 64;

    private final DnsSettings settings;
    private final Fields fields = new Fields();

    private SettingsCheck(DnsSettings settings) {
        this.settings = settings;
    }

    static List<Problem> check(DnsSettings settings) {
        SettingsCheck check = new SettingsCheck(settings);
        settings.main().ifPresent(check::main);
        new ZoneFields(settings, check.fields).check();
        for (StubDomain stub : settings.stubDomains()) {
            String field = "stubDomains." + stub.name();
            UpstreamFields.check(check.fields, field + ".upstreams", stub.upstreams());
            stub.cacheSeconds()
                    .ifPresent(ttl -> check.fields.range(field + ".cacheSeconds", ttl, 1, Integer.MAX_VALUE));
        }
        return check.fields.problems();
    }

    private void main(MainBlock main) {
        fields.range("port", main.port(), 1, 65535);
        main.metricsPort().ifPresent(port -> fields.range("metricsPort", port, 1, 65535));
        main.health().ifPresent(health -> {
            health.port().ifPresent(port -> fields.range("health.port", port, 1, 65535));
            health.lameduck()
                    .ifPresent(lameduck -> fields.range("health.lameduckSeconds", lameduck.toSeconds(), 0, 3600));
        });
        main.reload().flatMap(reload -> reload.interval()).ifPresent(this::interval);
        main.upstreams().ifPresent(upstreams -> UpstreamFields.check(fields, "upstreams", upstreams));
        main.cache().ifPresent(this::cache);
        main.rewrites().forEach(this::rewrite);
        fields.most("rewrites", main.rewrites().size(), MOST_REWRITES);
        autopath(main);
        overridden(main);
    }

    private void interval(Duration interval) {
        if (interval.compareTo(Duration.ofSeconds(2)) < 0) {
            fields.refuse("reloadIntervalSeconds", interval, "CoreDNS takes 2 seconds at least", "Choose 2 or more");
        }
    }

    private void cache(CacheSettings cache) {
        cache.successSeconds().ifPresent(seconds -> fields.range("cache.successSeconds", seconds, 1, 3600));
        cache.denialSeconds().ifPresent(seconds -> fields.range("cache.denialSeconds", seconds, 1, 1800));
        cache.successCapacity().ifPresent(size -> fields.range("cache.successCapacity", size, 1024, 1 << 24));
        cache.denialCapacity().ifPresent(size -> fields.range("cache.denialCapacity", size, 1024, 1 << 24));
        cache.serveStale().ifPresent(stale -> {
            if (stale.upTo().isNegative()) {
                fields.refuse("cache.serveStale", stale.upTo(), "a negative time", "Choose a time of 0 or more");
            }
        });
    }

    private void rewrite(RewriteRule rule) {
        boolean pattern = rule.match() == RewriteRule.Match.REGEX;
        if (pattern && GoRegex.groups(rule.from()).isEmpty()) {
            fields.refuse(
                    "rewrites.from",
                    rule.from(),
                    "no regular expression that Go takes, or longer than " + GoRegex.LONGEST + " characters",
                    "Correct it");
        }
        if (rule.from().isEmpty() || rule.to().isEmpty()) {
            fields.refuse("rewrites", rule.from() + " " + rule.to(), "a name is missing", "Write both names");
        }
    }

    private void autopath(MainBlock main) {
        boolean verified =
                main.cluster().flatMap(cluster -> cluster.podRecords()).equals(Optional.of(PodRecords.VERIFIED));
        if (main.autopath() && !verified) {
            fields.refuse(
                    "autopath",
                    true,
                    "it finds a client's namespace only where CoreDNS knows all pods",
                    "Choose podRecords Verified, or switch autopath off");
        }
    }

    private void overridden(MainBlock main) {
        List<Stanza> extra = ExtraText.plugins(main.extraPlugins()).stanzas();
        Set<String> names = Overriding.names(extra);
        note(names, "kubernetes", main.cluster().isPresent());
        note(names, "cache", main.cache().isPresent());
        note(names, "errors", main.errors());
        note(names, "health", main.health().isPresent());
        note(names, "ready", main.ready());
        note(names, "prometheus", main.metricsPort().isPresent());
        note(names, "loop", main.loopDetection());
        note(names, "reload", main.reload().isPresent());
        note(names, "loadbalance", main.loadbalance());
        note(names, "autopath", main.autopath());
        if (names.contains("hosts") && !settings.hosts().records().isEmpty()) {
            fields.refuse(
                    "hosts.records",
                    "hosts",
                    "extraPlugins holds a hosts plugin, and a server block takes only one",
                    "Move its records to hosts.records, or these to extraPlugins");
        }
    }

    private void note(Set<String> names, String plugin, boolean set) {
        if (set && names.contains(plugin)) {
            fields.note(
                    Rule.SETTING_OVERRIDDEN,
                    "extraPlugins",
                    plugin,
                    "this text takes the place of what the fields say about " + plugin + "; they have no effect",
                    "Remove it from extraPlugins to use the fields");
        }
    }
}
