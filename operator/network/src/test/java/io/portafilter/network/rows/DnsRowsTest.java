package io.portafilter.network.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.corefile.adopt.Adopted;
import io.portafilter.network.corefile.adopt.Adoption;
import io.portafilter.network.corefile.adopt.KubeDns;
import io.portafilter.network.corefile.check.Checked;
import io.portafilter.network.corefile.check.CoreDns;
import io.portafilter.network.corefile.check.CorefileCheck;
import io.portafilter.network.corefile.compare.Comparison;
import io.portafilter.network.corefile.compare.Meaning;
import io.portafilter.network.corefile.form.Version;
import io.portafilter.network.corefile.parse.CorefileParser;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import io.portafilter.network.corefile.render.CorefileRenderer;
import io.portafilter.network.corefile.render.DomainChange;
import io.portafilter.network.corefile.settings.ClusterSettings;
import io.portafilter.network.corefile.settings.DnsSettings;
import io.portafilter.network.corefile.settings.HostsSettings;
import io.portafilter.network.corefile.settings.HostsSettings.HostsRecord;
import io.portafilter.network.corefile.settings.MainBlock;
import io.portafilter.network.corefile.settings.MainDraft;
import io.portafilter.network.corefile.settings.PodRecords;
import io.portafilter.network.corefile.settings.StubDomain;
import io.portafilter.network.corefile.settings.UpstreamSettings;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The rows of an administrator's systems that are about CoreDNS's file: each with its fixture and a broken twin. */
class DnsRowsTest {
    private static final CorefileCheck CHECK = CorefileCheck.plain(CoreDns.of(new Version(1, 14, 7)));
    private static final CorefileRenderer RENDERER = new CorefileRenderer(CHECK);

    /** The classification of 631 setup cases and 121 examples is in SetupCasesTest and ReadmeCorefilesTest; the write needs a cluster. */
    @Test
    @Row(value = 1, system = "the Corefile", remains = "a write to a live ConfigMap")
    void brokenExtraPluginsNeverBecomeACorefile() {
        assertThat(RENDERER.render(main(m -> m.extraPlugins("template ANY AAAA {\n rcode NOERROR\n}")))
                        .text())
                .isPresent();

        CorefileRenderer.Rendered broken = RENDERER.render(main(m -> m.extraPlugins("tempalte ANY AAAA")));
        assertThat(broken.text()).isEmpty();
        assertThat(broken.problems()).extracting(Problem::rule).containsExactly(Rule.PLUGIN_UNKNOWN);
    }

    @Test
    @Row(value = 2, system = "the hosts plugin")
    void hostsRecordsStandBeforeFallthroughAndATypoIsSeen() {
        String text = RENDERER.render(main(m -> m)
                        .withHosts(HostsSettings.of(
                                HostsRecord.of("10.0.0.1", "a.example"), HostsRecord.of("10.0.0.2", "b.example"))))
                .text()
                .orElseThrow();
        assertThat(text)
                .containsSubsequence(
                        "hosts /dev/null {", "10.0.0.1 a.example", "10.0.0.2 b.example", "fallthrough\n    }");

        Checked typo = CHECK.check(
                "Corefile", text.replace("        fallthrough\n    }\n    prom", "        fallthru\n    }\n    prom"));
        assertThat(typo.problems())
                .extracting(problem -> problem.rule().id())
                .containsExactly("corefile-hosts-without-fallthrough", "corefile-hosts-typo");
    }

    @Test
    @Row(value = 3, system = "the default Corefile")
    void theDefaultIsKubeadmsOwn() {
        String kubeadm = """
                .:53 {
                    errors
                    health {
                       lameduck 5s
                    }
                    ready
                    kubernetes cluster.local in-addr.arpa ip6.arpa {
                       pods insecure
                       fallthrough in-addr.arpa ip6.arpa
                       ttl 30
                    }
                    prometheus :9153
                    forward . /etc/resolv.conf {
                       max_concurrent 1000
                    }
                    cache 30 {
                       disable success cluster.local
                       disable denial cluster.local
                    }
                    loop
                    reload
                    loadbalance
                }
                """;
        String ours =
                RENDERER.render(DnsSettings.kubeadm("cluster.local")).text().orElseThrow();

        assertThat(tokens(ours)).isEqualTo(tokens(kubeadm));
        assertThat(Comparison.of(meaning(ours), meaning(kubeadm))).isEmpty();
        assertThat(Comparison.of(meaning(ours), meaning(kubeadm.replace("cache 30", "cache 31"))))
                .hasSize(1);
    }

    @Test
    @Row(value = 4, system = "the root domain", remains = "kubelets and certificates")
    void theRootDomainChangesInTwoStepsOnly() {
        List<String> old = List.of("cluster.local");
        assertThat(DomainChange.refused(old, List.of("prod.example"))).isPresent();

        List<String> first = DomainChange.steps(old, "prod.example").getFirst();
        assertThat(DomainChange.refused(old, first)).isEmpty();
        assertThat(RENDERER.render(main(m -> m.cluster(
                                ClusterSettings.kubeadm("cluster.local").withDomains(first))))
                        .text()
                        .orElseThrow())
                .contains("kubernetes cluster.local prod.example in-addr.arpa ip6.arpa {")
                .contains("disable success cluster.local prod.example\n");
    }

    @Test
    @Row(value = 6, system = "names of pods")
    void eachModeOfPodRecordsAndAutopathOnlyWhereItWorks() {
        ClusterSettings cluster = ClusterSettings.kubeadm("cluster.local");
        for (PodRecords mode : PodRecords.values()) {
            assertThat(RENDERER.render(main(m -> m.cluster(cluster.withPodRecords(mode))))
                            .text()
                            .orElseThrow())
                    .contains("pods " + mode.word() + "\n");
            boolean works = mode == PodRecords.VERIFIED;
            assertThat(RENDERER.render(main(
                                    m -> m.cluster(cluster.withPodRecords(mode)).autopath(true)))
                            .text()
                            .isPresent())
                    .isEqualTo(works);
        }
    }

    @Test
    @Row(value = 10, system = "kube-dns")
    void theConfigMapOfKubeDnsBecomesSettings() {
        Adopted adopted = KubeDns.adopt(
                Map.of(
                        "stubDomains",
                                "{\"corp.example\": [\"10.20.0.53\", \"10.20.0.54:5353\"], \"Lab.example.\": [\"10.30.0.53\"]}",
                        "upstreamNameservers", "[\"192.0.2.1\", \"192.0.2.2\"]"),
                "cluster.local");

        DnsSettings settings = adopted.settings().orElseThrow();
        assertThat(settings.stubDomains())
                .containsExactly(
                        StubDomain.of("corp.example", "10.20.0.53", "10.20.0.54:5353"),
                        StubDomain.of("lab.example", "10.30.0.53"));
        assertThat(settings.main().flatMap(MainBlock::upstreams))
                .contains(UpstreamSettings.of("192.0.2.1", "192.0.2.2"));
        assertThat(RENDERER.render(settings).text()).isPresent();
        assertThat(KubeDns.adopt(Map.of(), "cluster.local").settings()).contains(DnsSettings.kubeadm("cluster.local"));

        for (String broken :
                List.of("[\"corp.example\"]", "{\"corp.example\": \"10.20.0.53\"}", "{\"corp", "{\"a\": [1]}")) {
            Adopted refused = KubeDns.adopt(Map.of("stubDomains", broken), "cluster.local");
            assertThat(refused.settings()).as(broken).isEmpty();
            assertThat(refused.problems()).as(broken).isNotEmpty();
        }
    }

    /** What an API server would show, no write in Observe, is the controller's; adopting plans nothing. */
    @Test
    @Row(
            value = 9,
            system = "the ConfigMap coredns",
            remains = "no write in Observe, one write and one backup in Enforce")
    void adoptingARunningConfigMapChangesNothing() {
        String live = ".:53 {\n  errors\n  kubernetes cluster.local\n  forward . /etc/resolv.conf\n}\n";
        DnsSettings settings = Adoption.adopt("Corefile", live).settings().orElseThrow();

        String wanted = RENDERER.render(settings).text().orElseThrow();
        assertThat(Comparison.of(meaning(live), meaning(wanted))).isEmpty();
        assertThat(Comparison.of(meaning(live.replace("errors", "log")), meaning(wanted)))
                .hasSize(2);
    }

    private static List<String> tokens(String text) {
        return CorefileParser.keeping().parse("Corefile", text).blocks().stream()
                .flatMap(block -> block.stanzas().stream())
                .flatMap(stanza -> stanza.tokens().stream())
                .map(token -> token.line() + " " + token.text())
                .toList();
    }

    private static Meaning meaning(String text) {
        return Meaning.of(CorefileParser.keeping().parse("Corefile", text));
    }

    private static DnsSettings main(UnaryOperator<MainDraft> change) {
        return DnsSettings.of(
                change.apply(MainBlock.kubeadm("cluster.local").edit()).build());
    }
}
