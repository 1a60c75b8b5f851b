package io.portafilter.network.corefile.render;

import io.portafilter.network.corefile.settings.CacheSettings;
import io.portafilter.network.corefile.settings.ClusterSettings;
import io.portafilter.network.corefile.settings.DnsSettings;
import io.portafilter.network.corefile.settings.HealthSettings;
import io.portafilter.network.corefile.settings.HostsSettings;
import io.portafilter.network.corefile.settings.HostsSettings.HostsRecord;
import io.portafilter.network.corefile.settings.ImportSettings;
import io.portafilter.network.corefile.settings.MainBlock;
import io.portafilter.network.corefile.settings.MainDraft;
import io.portafilter.network.corefile.settings.PodRecords;
import io.portafilter.network.corefile.settings.QueryLog;
import io.portafilter.network.corefile.settings.ReloadSettings;
import io.portafilter.network.corefile.settings.Reverse;
import io.portafilter.network.corefile.settings.RewriteRule;
import io.portafilter.network.corefile.settings.StubDomain;
import io.portafilter.network.corefile.settings.TlsSettings;
import io.portafilter.network.corefile.settings.UpstreamSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** One setting of each kind; their Corefiles lie in resources under the same names. */
public final class GoldenSettings {
    private static final ClusterSettings CLUSTER = ClusterSettings.kubeadm("cluster.local");

    private final Map<String, DnsSettings> all = new TreeMap<>();

    private GoldenSettings() {}

    /** By name. */
    public static Map<String, DnsSettings> all() {
        GoldenSettings settings = new GoldenSettings();
        settings.cluster();
        settings.upstreams();
        settings.main();
        settings.blocks();
        settings.platforms();
        return settings.all;
    }

    /** One of them. */
    public static DnsSettings of(String name) {
        return Optional.ofNullable(all().get(name)).orElseThrow();
    }

    private void cluster() {
        add("kubeadm", main -> main);
        add("domain", main -> main.cluster(ClusterSettings.kubeadm("prod.example")));
        add("domain-change-step-1", main -> main.cluster(CLUSTER.withDomains(List.of("cluster.local", "new.example"))));
        add("domain-change-step-2", main -> main.cluster(CLUSTER.withDomains(List.of("new.example", "cluster.local"))));
        add("pods-disabled", main -> main.cluster(CLUSTER.withPodRecords(PodRecords.DISABLED)));
        add("pods-verified", main -> main.cluster(CLUSTER.withPodRecords(PodRecords.VERIFIED)));
        add(
                "autopath",
                main -> main.cluster(CLUSTER.withPodRecords(PodRecords.VERIFIED))
                        .autopath(true));
        add(
                "reverse-exact",
                main -> main.cluster(CLUSTER.withReverse(
                        new Reverse.Exact(List.of("10.244.0.0/16", "10.96.0.0/12", "fd00:10:96::/112")))));
        add(
                "cluster-defaults",
                main -> main.cluster(new ClusterSettings(
                        List.of("cluster.local"), new Reverse.FallThrough(), Optional.empty(), OptionalInt.empty())));
    }

    private void upstreams() {
        add(
                "upstreams",
                main -> main.upstreams(UpstreamSettings.of("192.0.2.1", "192.0.2.2:5353", "[2001:db8::1]:53")));
        add(
                "upstreams-sequential",
                main -> main.upstreams(
                        UpstreamSettings.of("192.0.2.1", "192.0.2.2").withPolicy(UpstreamSettings.Policy.SEQUENTIAL)));
        add(
                "upstreams-round-robin",
                main -> main.upstreams(
                        UpstreamSettings.of("192.0.2.1", "192.0.2.2").withPolicy(UpstreamSettings.Policy.ROUND_ROBIN)));
        add(
                "upstreams-tcp",
                main -> main.upstreams(UpstreamSettings.of("192.0.2.1").withTransport(UpstreamSettings.Transport.TCP)));
        add(
                "upstreams-udp",
                main -> main.upstreams(
                        UpstreamSettings.of("192.0.2.1").withTransport(UpstreamSettings.Transport.PREFER_UDP)));
        add(
                "upstreams-tls",
                main -> main.upstreams(UpstreamSettings.of("192.0.2.9", "[2001:db8::9]:8853")
                        .withTls(new TlsSettings("dns.example", Optional.empty()))));
        add("no-upstreams", main -> main.withoutUpstreams().loopDetection(false));
    }

    private void main() {
        add("cache-cluster", main -> main.cache(CacheSettings.of(60, true)));
        add("cache-denial", main -> main.cache(CacheSettings.of(900, true).withDenialSeconds(30)));
        add("cache-capacities", main -> main.cache(CacheSettings.of(30, true).withCapacities(20480, 4096)));
        add(
                "cache-stale",
                main -> main.cache(CacheSettings.of(30, true)
                        .withServeStale(new CacheSettings.ServeStale(Duration.ofHours(1), true))));
        add("no-cache", MainDraft::withoutCache);
        add("log-errors", main -> main.queries(QueryLog.ERRORS));
        add("log-denials", main -> main.queries(QueryLog.DENIALS));
        add("log-all", main -> main.queries(QueryLog.ALL).errors(false));
        add(
                "health-port",
                main -> main.health(new HealthSettings(OptionalInt.of(8090), Optional.of(Duration.ofSeconds(20)))));
        add("no-health", main -> main.withoutHealth().ready(false).withoutMetrics());
        add(
                "reload",
                main -> main.reload(
                        new ReloadSettings(Optional.of(Duration.ofSeconds(2)), Optional.of(Duration.ofSeconds(1)))));
        add("no-reload", main -> main.withoutReload().loadbalance(false).loopDetection(false));
        add("metrics-port", main -> main.metricsPort(9253));
        add(
                "rewrites",
                main -> main.rewrites(List.of(
                        rule(RewriteRule.Match.EXACT, "api.shop.example", "api.shop.svc.cluster.local"),
                        rule(RewriteRule.Match.SUFFIX, ".shop.example", ".shop.svc.cluster.local"),
                        rule(RewriteRule.Match.PREFIX, "old.", "new."),
                        rule(RewriteRule.Match.SUBSTRING, "blue.", "green."),
                        rule(RewriteRule.Match.REGEX, "(.*)\\.in\\.example\\.$", "{1}.apps.svc.cluster.local"))));
        add("extra-plugins", main -> main.extraPlugins("""
                # why this is here
                template ANY AAAA { # no IPv6 upstream
                    rcode NOERROR
                }
                forward corp.example 192.0.2.7 "a b.example" {
                  max_fails   0
                }
                """.replace(" \"a b.example\"", "")));
        add("extra-plugins-override", main -> main.extraPlugins("cache 5 {\n  success 4096\n}\nhealth :8095\n"));
    }

    private void blocks() {
        all.put(
                "hosts",
                DnsSettings.kubeadm("cluster.local")
                        .withHosts(HostsSettings.of(
                                HostsRecord.of("192.168.0.9", "registry.example", "registry"),
                                HostsRecord.of("fd00::9", "registry.example"))));
        all.put(
                "stub-domains",
                DnsSettings.kubeadm("cluster.local")
                        .withStubDomains(List.of(
                                StubDomain.of("corp.example", "10.20.0.53", "10.20.0.54"),
                                new StubDomain(
                                        "lab",
                                        List.of("Lab.example", "30.10.in-addr.arpa"),
                                        UpstreamSettings.of("10.30.0.53").withTransport(UpstreamSettings.Transport.TCP),
                                        OptionalInt.empty(),
                                        false))));
        all.put(
                "hosts-in-stub-domain",
                DnsSettings.kubeadm("cluster.local")
                        .withStubDomains(List.of(
                                StubDomain.of("corp.example", "10.20.0.53"),
                                StubDomain.of("db.corp.example", "10.20.0.54")))
                        .withHosts(HostsSettings.of(HostsRecord.of(
                                "192.168.0.9", "registry.corp.example", "registry", "one.db.corp.example"))));
        all.put(
                "stub-domain-tls",
                DnsSettings.kubeadm("cluster.local")
                        .withStubDomains(List.of(new StubDomain(
                                "corp",
                                List.of("corp.example"),
                                UpstreamSettings.of("10.20.0.53")
                                        .withTls(new TlsSettings("dns.corp.example", Optional.empty())),
                                OptionalInt.of(30),
                                true))));
        all.put(
                "imports",
                DnsSettings.kubeadm("cluster.local")
                        .withImports(new ImportSettings(
                                List.of("/etc/coredns/custom/*.override"),
                                false,
                                List.of("/etc/coredns/custom/*.server"))));
        all.put(
                "imports-first",
                DnsSettings.kubeadm("cluster.local")
                        .withImports(new ImportSettings(
                                List.of("/etc/coredns/custom/*.override"),
                                true,
                                List.of("/etc/coredns/custom/*.server"))));
        all.put("extra-server-blocks", DnsSettings.kubeadm("cluster.local").withExtraServerBlocks("""
                # owned by the shop's team
                shop.example:53 tls://shop.example {
                  errors # loudly
                      whoami
                  # nothing else
                }
                (common) {
                    log
                }
                import teams/*.server
                net.example:53 {
                    import common
                    forward . 192.0.2.8
                }
                """.replace(
                        " tls://shop.example", "")));
    }

    private void platforms() {
        all.put(
                "openshift-like",
                DnsSettings.of(MainBlock.kubeadm("cluster.local")
                        .edit()
                        .port(5353)
                        .queries(QueryLog.ERRORS)
                        .health(new HealthSettings(OptionalInt.empty(), Optional.of(Duration.ofSeconds(20))))
                        .cache(CacheSettings.of(900, true).withDenialSeconds(30))
                        .upstreams(new UpstreamSettings(
                                List.of("/etc/resolv.conf"),
                                Optional.of(UpstreamSettings.Policy.SEQUENTIAL),
                                OptionalInt.empty(),
                                UpstreamSettings.Transport.AUTO,
                                Optional.empty()))
                        .loopDetection(false)
                        .loadbalance(false)
                        .extraPlugins("bufsize 1232")
                        .build()));
        all.put("everything-off", DnsSettings.of(MainBlock.draft().build()));
    }

    private static RewriteRule rule(RewriteRule.Match match, String from, String to) {
        return new RewriteRule(match, from, to);
    }

    private void add(String name, UnaryOperator<MainDraft> change) {
        all.put(
                name,
                DnsSettings.of(
                        change.apply(MainBlock.kubeadm("cluster.local").edit()).build()));
    }
}
