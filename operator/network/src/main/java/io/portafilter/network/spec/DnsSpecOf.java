package io.portafilter.network.spec;

import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.setup.DnsSpec;
import io.portafilter.network.corefile.settings.CacheSettings;
import io.portafilter.network.corefile.settings.ClusterSettings;
import io.portafilter.network.corefile.settings.DnsSettings;
import io.portafilter.network.corefile.settings.HealthSettings;
import io.portafilter.network.corefile.settings.MainBlock;
import io.portafilter.network.corefile.settings.ReloadSettings;
import io.portafilter.network.corefile.settings.Reverse;
import io.portafilter.network.corefile.settings.StubDomain;
import io.portafilter.network.corefile.settings.TlsSettings;
import io.portafilter.network.corefile.settings.UpstreamSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Settings of a Corefile as the DNS of a spec; written as the tree that a user would write, so that defaults are the schema's. */
final class DnsSpecOf {
    private final Map<String, Object> tree = new LinkedHashMap<>();

    private DnsSpecOf() {}

    /** The spec; whoever calls asks {@link DnsSettingsOf} whether it means the same. */
    static DnsSpec of(DnsSettings settings, String clusterDomain) {
        DnsSpecOf writer = new DnsSpecOf();
        writer.put("clusterDomain", clusterDomain);
        settings.main().ifPresentOrElse(writer::main, () -> writer.put("mainBlock", false));
        writer.put(
                "stubDomains",
                settings.stubDomains().stream().map(DnsSpecOf::stub).toList());
        writer.put(
                "hosts",
                Map.of(
                        "ttlSeconds",
                                settings.hosts()
                                        .ttlSeconds()
                                        .orElse(settings.hosts().records().isEmpty() ? 60 : 0),
                        "records",
                                settings.hosts().records().stream()
                                        .map(record -> Map.of("ip", record.address(), "names", record.names()))
                                        .toList()));
        writer.put(
                "imports",
                Map.of(
                        "overrides", settings.imports().overrides(),
                        "beforeForward", settings.imports().beforeForward(),
                        "servers", settings.imports().servers()));
        writer.put("extraServerBlocks", settings.extraServerBlocks());
        return writer.spec();
    }

    /** All of a Corefile as text, where settings cannot say it. */
    static DnsSpec verbatim(String corefile, String clusterDomain) {
        DnsSpecOf writer = new DnsSpecOf();
        writer.put("clusterDomain", clusterDomain);
        writer.put("mainBlock", false);
        writer.put("extraServerBlocks", corefile);
        return writer.spec();
    }

    private DnsSpec spec() {
        return RecordReader.read(DnsSpec.class, tree, "spec.dns").value();
    }

    private void put(String key, Object value) {
        tree.put(key, value);
    }

    private void main(MainBlock main) {
        put("port", main.port());
        main.cluster().ifPresentOrElse(this::cluster, () -> put("clusterRecords", false));
        put("upstreams", main.upstreams().map(DnsSpecOf::upstreams).orElse(Map.of("servers", List.of())));
        put(
                "rewrites",
                main.rewrites().stream()
                        .map(rule ->
                                Map.of("match", capital(rule.match().word()), "from", rule.from(), "to", rule.to()))
                        .toList());
        put("cache", main.cache().map(DnsSpecOf::cache).orElse(Map.of("enabled", false)));
        put(
                "logging",
                Map.of(
                        "errors",
                        main.errors(),
                        "queries",
                        capital(main.queries().name().toLowerCase(Locale.ROOT))));
        put("health", main.health().map(DnsSpecOf::health).orElse(Map.of("enabled", false)));
        put("ready", main.ready());
        put("loopDetection", main.loopDetection());
        main.reload().ifPresentOrElse(this::reload, () -> put("reload", false));
        put("metricsPort", main.metricsPort().orElse(0));
        put("autopath", main.autopath());
        put("loadBalance", main.loadbalance());
        put("extraPlugins", main.extraPlugins());
    }

    private void cluster(ClusterSettings cluster) {
        put("clusterDomain", cluster.domains().getFirst());
        put("additionalDomains", cluster.domains().subList(1, cluster.domains().size()));
        put(
                "reverse",
                switch (cluster.reverse()) {
                    case Reverse.FallThrough all -> "Fallthrough";
                    case Reverse.Exact exact -> "Exact";
                });
        put(
                "podRecords",
                cluster.podRecords().map(records -> capital(records.word())).orElse("Default"));
        put("ttlSeconds", cluster.ttlSeconds().orElse(-1));
    }

    private void reload(ReloadSettings reload) {
        reload.interval().ifPresent(interval -> put("reloadIntervalSeconds", seconds(interval)));
        reload.jitter().ifPresent(jitter -> put("reloadJitterSeconds", seconds(jitter)));
    }

    private static Map<String, Object> upstreams(UpstreamSettings upstreams) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("servers", upstreams.servers());
        tree.put(
                "policy",
                switch (upstreams.policy().map(Enum::name).orElse("")) {
                    case "RANDOM" -> "Random";
                    case "ROUND_ROBIN" -> "RoundRobin";
                    case "SEQUENTIAL" -> "Sequential";
                    default -> "Default";
                });
        tree.put("maxConcurrent", upstreams.maxConcurrent().orElse(0));
        tree.put(
                "transport",
                switch (upstreams.transport()) {
                    case AUTO -> "Auto";
                    case TCP -> "TCP";
                    case PREFER_UDP -> "PreferUDP";
                });
        upstreams.tls().ifPresent(tls -> tree.put("tls", tls(tls)));
        return tree;
    }

    private static Map<String, Object> tls(TlsSettings tls) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("serverName", tls.serverName());
        tls.caFile().ifPresent(file -> tree.put("caFile", file));
        return tree;
    }

    private static Map<String, Object> stub(StubDomain stub) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", stub.name());
        tree.put("zones", stub.zones());
        tree.put("upstreams", upstreams(stub.upstreams()));
        tree.put("cacheSeconds", stub.cacheSeconds().orElse(0));
        tree.put("errors", stub.errors());
        return tree;
    }

    private static Map<String, Object> cache(CacheSettings cache) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("successSeconds", cache.successSeconds().orElse(0));
        tree.put("denialSeconds", cache.denialSeconds().orElse(0));
        tree.put("successCapacity", cache.successCapacity().orElse(0));
        tree.put("denialCapacity", cache.denialCapacity().orElse(0));
        tree.put("clusterDomain", cache.clusterDomain());
        cache.serveStale()
                .ifPresent(stale ->
                        tree.put("serveStale", Map.of("seconds", seconds(stale.upTo()), "verify", stale.verify())));
        return tree;
    }

    private static Map<String, Object> health(HealthSettings health) {
        return new LinkedHashMap<>(Map.of(
                "port", orZero(health.port()),
                "lameduckSeconds", health.lameduck().map(DnsSpecOf::seconds).orElse(0)));
    }

    private static int orZero(OptionalInt value) {
        return value.orElse(0);
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(Math.min(duration.toSeconds(), Integer.MAX_VALUE));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
