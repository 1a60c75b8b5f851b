package io.portafilter.network.corefile.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.corefile.check.CoreDns;
import io.portafilter.network.corefile.check.CorefileCheck;
import io.portafilter.network.corefile.compare.Meaning;
import io.portafilter.network.corefile.form.Version;
import io.portafilter.network.corefile.parse.CorefileParser;
import io.portafilter.network.corefile.render.CorefileRenderer;
import io.portafilter.network.corefile.render.GoldenSettings;
import io.portafilter.network.corefile.render.Mark;
import io.portafilter.network.corefile.settings.ClusterSettings;
import io.portafilter.network.corefile.settings.DnsSettings;
import io.portafilter.network.corefile.settings.HostsSettings;
import io.portafilter.network.corefile.settings.ImportSettings;
import io.portafilter.network.corefile.settings.MainBlock;
import io.portafilter.network.corefile.settings.QueryLog;
import io.portafilter.network.corefile.settings.StubDomain;
import io.portafilter.network.corefile.settings.UpstreamSettings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdoptionTest {
    private static final CorefileRenderer RENDERER =
            new CorefileRenderer(CorefileCheck.plain(CoreDns.of(new Version(1, 14, 7))));

    static Set<String> goldenNames() {
        return GoldenSettings.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("goldenNames")
    void whatWeRenderIsReadBackAndRenderedTheSame(String name) {
        String text = RENDERER.render(GoldenSettings.of(name)).text().orElseThrow();

        DnsSettings again = Adoption.adopt("Corefile", text).settings().orElseThrow();

        String written = RENDERER.render(again).text().orElseThrow();
        assertThat(Meaning.of(CorefileParser.keeping().parse("Corefile", written)))
                .isEqualTo(Meaning.of(CorefileParser.keeping().parse("Corefile", text)));
        assertThat(Adoption.adopt("Corefile", written).settings()).contains(again);
        if (!name.equals("extra-plugins-override")) {
            assertThat(written).isEqualTo(text);
        }
    }

    @Test
    void kubeadmsOwnTextIsItsDefaultSettings() {
        assertThat(Adoption.adopt("Corefile", """
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
                """).settings()).contains(DnsSettings.kubeadm("cluster.local"));
    }

    @Test
    void theMarkAndTheHeaderTakeNoPart() {
        DnsSettings settings = DnsSettings.kubeadm("cluster.local");
        String applied = RENDERER.renderForApply(settings, new Mark("1f0c2d", "sha256:1f0c2d"))
                .text()
                .orElseThrow();

        assertThat(applied)
                .startsWith("# managed by portafilter; plan sha256:1f0c2d\n.:53 {")
                .contains("    ready\n    chaos portafilter-1f0c2d\n    kubernetes");
        assertThat(Adoption.adopt("Corefile", applied).settings()).contains(settings);
    }

    @Test
    void k3sKeepsItsNodeHostsAndItsImports() {
        Adopted adopted = Adoption.adopt("Corefile", """
                .:53 {
                    errors
                    health
                    ready
                    kubernetes cluster.local in-addr.arpa ip6.arpa {
                      pods insecure
                      fallthrough in-addr.arpa ip6.arpa
                    }
                    hosts /etc/coredns/NodeHosts {
                      ttl 60
                      reload 15s
                      fallthrough
                    }
                    prometheus :9153
                    cache 30
                    loop
                    reload
                    import /etc/coredns/custom/*.override
                    forward . /etc/resolv.conf
                    loadbalance
                }
                import /etc/coredns/custom/*.server
                """);

        DnsSettings settings = adopted.settings().orElseThrow();
        assertThat(adopted.verbatim()).containsExactly("hosts");
        assertThat(settings.imports())
                .isEqualTo(new ImportSettings(
                        List.of("/etc/coredns/custom/*.override"), true, List.of("/etc/coredns/custom/*.server")));
        assertThat(settings.main().orElseThrow().extraPlugins())
                .startsWith("hosts /etc/coredns/NodeHosts {\n    ttl 60\n");
        assertThat(settings.main().flatMap(MainBlock::cluster).map(ClusterSettings::domains))
                .contains(List.of("cluster.local"));
        assertThat(settings.hosts()).isEqualTo(HostsSettings.none());
    }

    @Test
    void aksKeepsTheOrderOfItsImportAndItsTemplate() {
        Adopted adopted = Adoption.adopt("Corefile", """
                .:53 {
                    errors
                    ready
                    health {
                      lameduck 5s
                    }
                    kubernetes cluster.local in-addr.arpa ip6.arpa {
                      pods insecure
                      fallthrough in-addr.arpa ip6.arpa
                      ttl 30
                    }
                    prometheus :9153
                    forward . /etc/resolv.conf
                    cache 30
                    loop
                    reload
                    loadbalance
                    import custom/*.override
                    template ANY ANY internal.cloudapp.net {
                      match "^(?:[^.]+\\.){4,}internal\\.cloudapp\\.net\\.$"
                      rcode NXDOMAIN
                      fallthrough
                    }
                }
                import custom/*.server
                """);

        DnsSettings settings = adopted.settings().orElseThrow();
        assertThat(adopted.verbatim()).containsExactly("forward", "import", "template");
        assertThat(settings.main().orElseThrow().extraPlugins())
                .containsSubsequence("forward . /etc/resolv.conf", "import custom/*.override", "template ANY ANY");
        assertThat(settings.imports().servers()).containsExactly("custom/*.server");
    }

    @Test
    void openShiftsBlockIsReadWithItsPort() {
        Adopted adopted = Adoption.adopt("Corefile", """
                # foo
                foo.com:5353 {
                    prometheus 127.0.0.1:9153
                    forward . 1.1.1.1 {
                        policy random
                    }
                    errors
                    log . {
                        class error
                    }
                    bufsize 1232
                    cache 900 {
                        denial 9984 30
                    }
                }
                .:5353 {
                    bufsize 1232
                    errors
                    log . {
                        class error
                    }
                    health {
                        lameduck 20s
                    }
                    ready
                    kubernetes cluster.local in-addr.arpa ip6.arpa {
                        pods insecure
                        fallthrough in-addr.arpa ip6.arpa
                    }
                    prometheus 127.0.0.1:9153
                    forward . /etc/resolv.conf {
                        policy sequential
                    }
                    cache 900 {
                        denial 9984 30
                    }
                    reload
                }
                """);

        DnsSettings settings = adopted.settings().orElseThrow();
        assertThat(adopted.verbatim()).containsExactly("bufsize", "prometheus", "foo.com:5353");
        assertThat(settings.main().orElseThrow().port()).isEqualTo(5353);
        assertThat(settings.main().orElseThrow().queries()).isEqualTo(QueryLog.ERRORS);
        assertThat(settings.stubDomains()).isEmpty();
        assertThat(settings.extraServerBlocks()).startsWith("# foo\nfoo.com:5353 {\n    prometheus 127.0.0.1:9153\n");
    }

    @Test
    void stubDomainsAndTheirHostsAreRead() {
        Adopted adopted = Adoption.adopt("Corefile", """
                . {
                    kubernetes cluster.local
                    forward . 192.0.2.1
                }
                corp.example {
                    errors
                    hosts /dev/null {
                        10.0.0.1 a.corp.example
                        fallthrough
                    }
                    cache 30
                    forward . 10.20.0.53
                }
                """);

        DnsSettings settings = adopted.settings().orElseThrow();
        assertThat(adopted.verbatim()).isEmpty();
        assertThat(settings.stubDomains()).containsExactly(StubDomain.of("corp.example", "10.20.0.53"));
        assertThat(settings.hosts().records())
                .containsExactly(HostsSettings.HostsRecord.of("10.0.0.1", "a.corp.example"));
    }

    @Test
    void severalForwardsKeepTheirOrder() {
        DnsSettings settings = Adoption.adopt("Corefile", """
                .:53 {
                    forward lab.example 10.20.0.1 # the lab
                    # the company
                    forward example 10.0.0.1
                    forward . 192.0.2.1
                }
                """).settings().orElseThrow();

        assertThat(settings.main().orElseThrow().extraPlugins())
                .isEqualTo("forward lab.example 10.20.0.1 # the lab\n# the company\nforward example 10.0.0.1\n");
        assertThat(settings.main().flatMap(MainBlock::upstreams)).contains(UpstreamSettings.of("192.0.2.1"));
    }

    @Test
    void variablesAndOddOptionsStayText() {
        Adopted adopted = Adoption.adopt("Corefile", """
                .:53 {
                    kubernetes cluster.local {
                        namespaces a b
                    }
                    forward . {$UPSTREAM}
                    cache 30 {
                        prefetch 10 1m 10%
                    }
                    health 127.0.0.1:8080
                    chaos mine
                }
                """);

        assertThat(adopted.verbatim()).containsExactly("kubernetes", "forward", "cache", "health", "chaos");
        assertThat(adopted.settings()
                        .flatMap(DnsSettings::main)
                        .flatMap(MainBlock::cluster)
                        .map(ClusterSettings::domains))
                .contains(List.of("cluster.local"));
    }

    @Test
    void aTextThatIsNoCorefileGivesNoSettings() {
        Adopted adopted = Adoption.adopt("Corefile", ".:53 {\n  whoami\n");

        assertThat(adopted.settings()).isEmpty();
        assertThat(adopted.problems()).isNotEmpty();
    }
}
