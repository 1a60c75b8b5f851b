package io.portafilter.network.spec;

import io.portafilter.crds.setup.CacheSpec;
import io.portafilter.crds.setup.DnsSpec;
import io.portafilter.crds.setup.HealthSpec;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.crds.setup.StubDomainSpec;
import io.portafilter.crds.setup.TlsSpec;
import io.portafilter.crds.setup.UpstreamSpec;
import io.portafilter.network.corefile.settings.CacheSettings;
import io.portafilter.network.corefile.settings.CacheSettings.ServeStale;
import io.portafilter.network.corefile.settings.ClusterSettings;
import io.portafilter.network.corefile.settings.DnsSettings;
import io.portafilter.network.corefile.settings.HealthSettings;
import io.portafilter.network.corefile.settings.HostsSettings;
import io.portafilter.network.corefile.settings.HostsSettings.HostsRecord;
import io.portafilter.network.corefile.settings.ImportSettings;
import io.portafilter.network.corefile.settings.MainBlock;
import io.portafilter.network.corefile.settings.PodRecords;
import io.portafilter.network.corefile.settings.QueryLog;
import io.portafilter.network.corefile.settings.ReloadSettings;
import io.portafilter.network.corefile.settings.Reverse;
import io.portafilter.network.corefile.settings.RewriteRule;
import io.portafilter.network.corefile.settings.StubDomain;
import io.portafilter.network.corefile.settings.TlsSettings;
import io.portafilter.network.corefile.settings.UpstreamSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A spec's DNS as settings of a Corefile: the one place that knows which value of a field means that a line is left out. */
public final class DnsSettingsOf {
    private final NetworkSetupSpec spec;
    private final DnsSpec dns;

    private DnsSettingsOf(NetworkSetupSpec spec) {
        this.spec = spec;
        this.dns = spec.dns();
    }

    /** The settings. */
    public static DnsSettings settings(NetworkSetupSpec spec) {
        return new DnsSettingsOf(spec).settings();
    }

    private DnsSettings settings() {
        return new DnsSettings(
                dns.mainBlock() ? Optional.of(main()) : Optional.empty(),
                dns.stubDomains().stream().map(DnsSettingsOf::stub).toList(),
                hosts(),
                new ImportSettings(
                        dns.imports().overrides(),
                        dns.imports().beforeForward(),
                        dns.imports().servers()),
                dns.extraServerBlocks());
    }

    private HostsSettings hosts() {
        return dns.hosts().records().isEmpty()
                ? HostsSettings.none()
                : new HostsSettings(
                        unlessZero(dns.hosts().ttlSeconds()),
                        dns.hosts().records().stream()
                                .map(record -> new HostsRecord(record.ip(), record.names()))
                                .toList());
    }

    private MainBlock main() {
        return new MainBlock(
                dns.port(),
                dns.clusterRecords() ? Optional.of(cluster()) : Optional.empty(),
                upstreams(dns.upstreams()),
                dns.rewrites().stream()
                        .map(rule -> new RewriteRule(
                                RewriteRule.Match.valueOf(rule.match().name()), rule.from(), rule.to()))
                        .toList(),
                dns.cache().enabled() ? Optional.of(cache(dns.cache())) : Optional.empty(),
                dns.logging().errors(),
                QueryLog.valueOf(dns.logging().queries().name()),
                dns.health().enabled() ? Optional.of(health(dns.health())) : Optional.empty(),
                dns.ready(),
                dns.loopDetection(),
                dns.reload() ? Optional.of(reload()) : Optional.empty(),
                unlessZero(dns.metricsPort()),
                dns.autopath(),
                dns.loadBalance(),
                dns.extraPlugins());
    }

    private ClusterSettings cluster() {
        List<String> domains = new ArrayList<>();
        domains.add(dns.clusterDomain());
        domains.addAll(dns.additionalDomains());
        return new ClusterSettings(
                domains,
                switch (dns.reverse()) {
                    case FALLTHROUGH -> new Reverse.FallThrough();
                    case EXACT -> new Reverse.Exact(networks(spec));
                },
                dns.podRecords() == DnsSpec.PodRecords.DEFAULT
                        ? Optional.empty()
                        : Optional.of(PodRecords.valueOf(dns.podRecords().name())),
                dns.ttlSeconds() < 0 ? OptionalInt.empty() : OptionalInt.of(dns.ttlSeconds()));
    }

    /** The ranges whose addresses have names. */
    static List<String> networks(NetworkSetupSpec spec) {
        return Stream.of(
                        spec.pods().cidrs().stream(),
                        spec.services().cidrs().stream(),
                        spec.services().additional().stream().flatMap(range -> range.cidrs().stream()))
                .flatMap(all -> all)
                .toList();
    }

    private ReloadSettings reload() {
        return new ReloadSettings(
                dns.reloadIntervalSeconds().map(Duration::ofSeconds),
                dns.reloadJitterSeconds().map(Duration::ofSeconds));
    }

    private static Optional<UpstreamSettings> upstreams(UpstreamSpec upstreams) {
        return upstreams.servers().isEmpty()
                ? Optional.empty()
                : Optional.of(upstreams(
                        upstreams.servers(),
                        upstreams.policy(),
                        upstreams.maxConcurrent(),
                        upstreams.transport(),
                        upstreams.tls()));
    }

    private static UpstreamSettings upstreams(
            List<String> servers,
            UpstreamSpec.Policy policy,
            int maxConcurrent,
            UpstreamSpec.Transport transport,
            Optional<TlsSpec> tls) {
        return new UpstreamSettings(
                servers,
                policy == UpstreamSpec.Policy.DEFAULT
                        ? Optional.empty()
                        : Optional.of(UpstreamSettings.Policy.valueOf(policy.name())),
                unlessZero(maxConcurrent),
                UpstreamSettings.Transport.valueOf(transport.name()),
                tls.map(names -> new TlsSettings(names.serverName(), names.caFile())));
    }

    private static StubDomain stub(StubDomainSpec stub) {
        return new StubDomain(
                stub.name(),
                stub.zones(),
                upstreams(
                        stub.upstreams().servers(),
                        stub.upstreams().policy(),
                        stub.upstreams().maxConcurrent(),
                        stub.upstreams().transport(),
                        stub.upstreams().tls()),
                unlessZero(stub.cacheSeconds()),
                stub.errors());
    }

    private static CacheSettings cache(CacheSpec cache) {
        return new CacheSettings(
                unlessZero(cache.successSeconds()),
                unlessZero(cache.denialSeconds()),
                unlessZero(cache.successCapacity()),
                unlessZero(cache.denialCapacity()),
                cache.clusterDomain(),
                cache.serveStale().map(stale -> new ServeStale(Duration.ofSeconds(stale.seconds()), stale.verify())));
    }

    private static HealthSettings health(HealthSpec health) {
        return new HealthSettings(
                unlessZero(health.port()),
                health.lameduckSeconds() == 0
                        ? Optional.empty()
                        : Optional.of(Duration.ofSeconds(health.lameduckSeconds())));
    }

    private static OptionalInt unlessZero(int value) {
        return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
