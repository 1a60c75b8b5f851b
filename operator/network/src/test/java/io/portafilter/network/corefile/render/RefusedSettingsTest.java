package io.portafilter.network.corefile.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.corefile.check.CoreDns;
import io.portafilter.network.corefile.check.CorefileCheck;
import io.portafilter.network.corefile.form.Version;
import io.portafilter.network.corefile.parse.Environment;
import io.portafilter.network.corefile.parse.ImportedFiles;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import io.portafilter.network.corefile.settings.CacheSettings;
import io.portafilter.network.corefile.settings.ClusterSettings;
import io.portafilter.network.corefile.settings.DnsSettings;
import io.portafilter.network.corefile.settings.HealthSettings;
import io.portafilter.network.corefile.settings.HostsSettings;
import io.portafilter.network.corefile.settings.HostsSettings.HostsRecord;
import io.portafilter.network.corefile.settings.ImportSettings;
import io.portafilter.network.corefile.settings.MainBlock;
import io.portafilter.network.corefile.settings.MainDraft;
import io.portafilter.network.corefile.settings.ReloadSettings;
import io.portafilter.network.corefile.settings.Reverse;
import io.portafilter.network.corefile.settings.RewriteRule;
import io.portafilter.network.corefile.settings.StubDomain;
import io.portafilter.network.corefile.settings.TlsSettings;
import io.portafilter.network.corefile.settings.UpstreamSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings of which no Corefile is made. */
class RefusedSettingsTest {
    private static final Version NEW = new Version(1, 14, 7);

    static Set<String> names() {
        return settings().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void areRefusedWithFieldAndRemedy(String field) {
        CorefileRenderer.Rendered rendered =
                render(Optional.ofNullable(settings().get(field)).orElseThrow(), CoreDns.of(NEW));

        assertThat(rendered.text()).as(rendered.problems().toString()).isEmpty();
        String place = field.replaceAll(" .*", "");
        assertThat(rendered.problems()).filteredOn(Problem::refused).anySatisfy(problem -> {
            assertThat(problem.place().file()).startsWith(place);
            assertThat(problem.remedy()).isNotEmpty();
        });
    }

    private static Map<String, DnsSettings> settings() {
        Map<String, DnsSettings> all = new LinkedHashMap<>();
        ClusterSettings cluster = ClusterSettings.kubeadm("cluster.local");
        all.put("clusterDomain empty", main(m -> m.cluster(cluster.withDomains(List.of()))));
        all.put("clusterDomain arpa", main(m -> m.cluster(cluster.withDomains(List.of("10.in-addr.arpa")))));
        all.put("clusterDomain upper", main(m -> m.cluster(cluster.withDomains(List.of("Cluster.Local")))));
        all.put("clusterDomain long", main(m -> m.cluster(cluster.withDomains(List.of("a.".repeat(100) + "b")))));
        all.put("clusterDomain brace", main(m -> m.cluster(cluster.withDomains(List.of("a } b {")))));
        all.put("additionalDomains", main(m -> m.cluster(cluster.withDomains(List.of("a", "b", "c", "d", "e", "f")))));
        all.put(
                "ttlSeconds",
                main(m -> m.cluster(new ClusterSettings(
                        List.of("a.local"), new Reverse.FallThrough(), Optional.empty(), OptionalInt.of(3601)))));
        all.put("reverse", main(m -> m.cluster(cluster.withReverse(new Reverse.Exact(List.of("10.96.0.0"))))));
        all.put("port", main(m -> m.port(0)));
        all.put("metricsPort", main(m -> m.metricsPort(70000)));
        all.put("Corefile metrics beside health", main(m -> m.metricsPort(8080)));
        all.put("Corefile metrics beside names", main(m -> m.metricsPort(53)));
        all.put("health.port", main(m -> m.health(new HealthSettings(OptionalInt.of(-1), Optional.empty()))));
        all.put(
                "reloadIntervalSeconds",
                main(m -> m.reload(new ReloadSettings(Optional.of(Duration.ofSeconds(1)), Optional.empty()))));
        all.put(
                "Corefile reload jitter",
                main(m -> m.reload(
                        new ReloadSettings(Optional.of(Duration.ofSeconds(5)), Optional.of(Duration.ofMillis(5))))));
        all.put("autopath", main(m -> m.autopath(true)));
        all.put("cache.successSeconds", main(m -> m.cache(CacheSettings.of(0, true))));
        all.put(
                "cache.denialSeconds",
                main(m -> m.cache(CacheSettings.of(30, true).withDenialSeconds(1801))));
        all.put(
                "cache.successCapacity",
                main(m -> m.cache(CacheSettings.of(30, true).withCapacities(1000, 2048))));
        all.put("rewrites.from", main(m -> m.rewrites(List.of(new RewriteRule(RewriteRule.Match.REGEX, "(", "a")))));
        all.put("rewrites empty", main(m -> m.rewrites(List.of(new RewriteRule(RewriteRule.Match.EXACT, "", "a")))));
        all.put(
                "settings rewrite",
                main(m -> m.rewrites(List.of(new RewriteRule(RewriteRule.Match.EXACT, "{$HOME}", "a")))));
        all.put("rewrites many", main(m -> {
            List<RewriteRule> rules = new ArrayList<>();
            for (int i = 0; i < 65; i++) {
                rules.add(new RewriteRule(RewriteRule.Match.EXACT, "a" + i, "b"));
            }
            return m.rewrites(rules);
        }));
        upstreams(all);
        zones(all);
        all.put("extraPlugins escape", main(m -> m.extraPlugins("whoami\n}\nevil.example {\n whoami")));
        all.put("extraPlugins brace", main(m -> m.extraPlugins("whoami\n}")));
        all.put("extraPlugins syntax", main(m -> m.extraPlugins("log {")));
        all.put("extraPlugins quote", main(m -> m.extraPlugins("log \"")));
        all.put("Corefile unknown plugin", main(m -> m.extraPlugins("whoareyou")));
        all.put("Corefile typo", main(m -> m.extraPlugins("hosts /dev/null {\n 10.0.0.1 a.example\n fallthru\n}")));
        all.put("Corefile unreachable", main(m -> m.extraPlugins("forward . 192.0.2.1")));
        all.put(
                "hosts.records twice",
                main(m -> m.extraPlugins("hosts /etc/x {\n fallthrough\n}"))
                        .withHosts(HostsSettings.of(HostsRecord.of("10.0.0.1", "a.example"))));
        all.put("extraServerBlocks", main(m -> m).withExtraServerBlocks("a.example {"));
        all.put("Corefile duplicate block", main(m -> m).withExtraServerBlocks(".:53 {\n whoami\n}"));
        all.put("Corefile hijack", main(m -> m).withExtraServerBlocks("local:53 {\n whoami\n}"));
        all.put(
                "Corefile missing import",
                main(m -> m).withImports(new ImportSettings(List.of("/etc/coredns/a.conf"), false, List.of())));
        return all;
    }

    private static void upstreams(Map<String, DnsSettings> all) {
        all.put("upstreams.servers none", main(m -> m.upstreams(UpstreamSettings.of())));
        all.put(
                "upstreams.servers sixteen",
                main(m ->
                        m.upstreams(UpstreamSettings.of("192.0.2.1 ".repeat(16).split(" ")))));
        all.put("upstreams.servers loopback", main(m -> m.upstreams(UpstreamSettings.of("127.0.0.53"))));
        all.put("upstreams.servers loopback6", main(m -> m.upstreams(UpstreamSettings.of("[::1]:5353"))));
        all.put("upstreams.servers scheme", main(m -> m.upstreams(UpstreamSettings.of("tls://192.0.2.1"))));
        all.put("upstreams.servers rubbish", main(m -> m.upstreams(UpstreamSettings.of("a27.0.0.1"))));
        all.put(
                "upstreams.servers file over TLS",
                main(m -> m.upstreams(UpstreamSettings.of("/etc/resolv.conf")
                        .withTls(new TlsSettings("a.example", Optional.empty())))));
        all.put(
                "upstreams.tls.serverName",
                main(m ->
                        m.upstreams(UpstreamSettings.of("192.0.2.1").withTls(new TlsSettings("", Optional.empty())))));
        all.put(
                "upstreams.maxConcurrent",
                main(m -> m.upstreams(new UpstreamSettings(
                        List.of("192.0.2.1"),
                        Optional.empty(),
                        OptionalInt.of(-1),
                        UpstreamSettings.Transport.AUTO,
                        Optional.empty()))));
    }

    private static void zones(Map<String, DnsSettings> all) {
        stub(all, "stubDomains.a parent", StubDomain.of("local", "192.0.2.1"));
        stub(all, "stubDomains.a child", StubDomain.of("svc.cluster.local", "192.0.2.1"));
        stub(all, "stubDomains.a equal", StubDomain.of("Cluster.local.", "192.0.2.1"));
        stub(all, "stubDomains.a root", StubDomain.of(".", "192.0.2.1"));
        stub(all, "stubDomains.a network", StubDomain.of("10.0.0.0/8", "192.0.2.1"));
        stub(all, "stubDomains.a port", StubDomain.of("corp.example:5353", "192.0.2.1"));
        stub(all, "stubDomains.a brace", StubDomain.of("corp.example{", "192.0.2.1"));
        stub(
                all,
                "stubDomains.a twice",
                StubDomain.of("corp.example", "192.0.2.1"),
                StubDomain.of("corp.Example", "192.0.2.2"));
        stub(all, "stubDomains.a upstreams", StubDomain.of("corp.example", "127.0.0.1"));
        stub(all, "stubDomains many", new StubDomain[17]);
        hosts(all, "hosts.records.ip", HostsRecord.of("10.0.0.256", "a.example"));
        hosts(all, "hosts.records.names none", HostsRecord.of("10.0.0.1"));
        hosts(all, "hosts.records.names bad", HostsRecord.of("10.0.0.1", "a..example"));
        hosts(all, "hosts.records.names cluster", HostsRecord.of("10.0.0.1", "a.b.svc.cluster.local"));
        all.put(
                "hosts.ttlSeconds",
                main(m -> m)
                        .withHosts(new HostsSettings(
                                OptionalInt.of(0), List.of(HostsRecord.of("10.0.0.1", "a.example")))));
    }

    @Test
    void aVersionThatIsNotKnownGetsOnlyWhatAllHave() {
        DnsSettings named = main(m -> m.upstreams(UpstreamSettings.of("dns.example")));
        assertThat(render(named, CoreDns.of(NEW)).text()).isPresent();
        assertThat(render(named, CoreDns.unknown()).problems())
                .filteredOn(Problem::refused)
                .extracting(Problem::rule)
                .containsExactly(Rule.VERSION);
        assertThat(render(DnsSettings.kubeadm("cluster.local"), CoreDns.unknown())
                        .text())
                .isPresent();
    }

    @Test
    void fieldsThatATextOverridesAreNamed() {
        CorefileRenderer.Rendered rendered = render(main(m -> m.extraPlugins("cache 5")), CoreDns.of(NEW));

        assertThat(rendered.text()).isPresent();
        assertThat(rendered.problems())
                .extracting(Problem::sentence)
                .containsExactly(
                        "extraPlugins: setting \"cache\": this text takes the place of what the fields say about cache;"
                                + " they have no effect. Remove it from extraPlugins to use the fields.");
    }

    @Test
    void anImportedFileThatDoesNotFitIsSeen() {
        DnsSettings settings = main(m -> m)
                .withImports(new ImportSettings(List.of("/etc/coredns/custom/*.override"), false, List.of()));
        CorefileCheck check = new CorefileCheck(
                CoreDns.of(NEW),
                new ImportedFiles(Map.of("/etc/coredns/custom/a.override", "cache 60\n")),
                Environment.empty());

        CorefileRenderer.Rendered rendered = new CorefileRenderer(check).render(settings);

        assertThat(rendered.text()).isEmpty();
        assertThat(rendered.problems().getFirst().sentence())
                .startsWith("/etc/coredns/custom/a.override line 1: cache: this plugin can only be used once");
    }

    @Test
    void aDomainChangesInTwoSteps() {
        List<String> old = List.of("cluster.local");
        assertThat(DomainChange.refused(old, List.of("new.example"))
                        .orElseThrow()
                        .sentence())
                .isEqualTo(
                        "clusterDomain: setting \"new.example\": the new domain is not served yet."
                                + " Add new.example to additionalDomains first, and change clusterDomain once that is applied.");
        List<List<String>> steps = DomainChange.steps(old, "new.example");
        assertThat(steps)
                .containsExactly(List.of("cluster.local", "new.example"), List.of("new.example", "cluster.local"));
        assertThat(DomainChange.refused(old, steps.getFirst())).isEmpty();
        assertThat(DomainChange.refused(steps.getFirst(), steps.getLast())).isEmpty();
        assertThat(DomainChange.refused(steps.getFirst(), List.of("new.example")))
                .isPresent();
        assertThat(DomainChange.refused(steps.getLast(), List.of("new.example")))
                .isEmpty();
        assertThat(DomainChange.steps(old, "Cluster.Local.")).isEmpty();
        assertThat(DomainChange.steps(steps.getFirst(), "new.example")).containsExactly(steps.getLast());
    }

    private static CorefileRenderer.Rendered render(DnsSettings settings, CoreDns coreDns) {
        return new CorefileRenderer(CorefileCheck.plain(coreDns)).render(settings);
    }

    private static DnsSettings main(UnaryOperator<MainDraft> change) {
        return DnsSettings.of(
                change.apply(MainBlock.kubeadm("cluster.local").edit()).build());
    }

    private static void stub(Map<String, DnsSettings> all, String name, StubDomain... stubs) {
        List<StubDomain> named = new ArrayList<>();
        for (int i = 0; i < stubs.length; i++) {
            StubDomain stub = name.endsWith("many") ? StubDomain.of("z" + i + ".example", "192.0.2.1") : stubs[i];
            named.add(new StubDomain("a", stub.zones(), stub.upstreams(), stub.cacheSeconds(), stub.errors()));
        }
        all.put(name, main(m -> m).withStubDomains(named));
    }

    private static void hosts(Map<String, DnsSettings> all, String name, HostsRecord record) {
        all.put(name, main(m -> m).withHosts(HostsSettings.of(record)));
    }
}
