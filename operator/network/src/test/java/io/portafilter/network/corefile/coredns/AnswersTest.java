package io.portafilter.network.corefile.coredns;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.corefile.check.CoreDns;
import io.portafilter.network.corefile.check.CorefileCheck;
import io.portafilter.network.corefile.form.Version;
import io.portafilter.network.corefile.render.CorefileRenderer;
import io.portafilter.network.corefile.render.DomainChange;
import io.portafilter.network.corefile.render.Mark;
import io.portafilter.network.corefile.settings.ClusterSettings;
import io.portafilter.network.corefile.settings.DnsSettings;
import io.portafilter.network.corefile.settings.HostsSettings;
import io.portafilter.network.corefile.settings.HostsSettings.HostsRecord;
import io.portafilter.network.corefile.settings.MainBlock;
import io.portafilter.network.corefile.settings.MainDraft;
import io.portafilter.network.corefile.settings.PodRecords;
import io.portafilter.network.corefile.settings.Reverse;
import io.portafilter.network.corefile.settings.RewriteRule;
import io.portafilter.network.corefile.settings.StubDomain;
import io.portafilter.network.corefile.settings.UpstreamSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Type;

/** A real DNS client asks a real CoreDNS for what settings say. */
@Tag("coredns")
class AnswersTest {
    private static final String UPSTREAM = "192.0.2.53";
    private static final String STUB = "10.20.0.53";
    private static final ClusterSettings CLUSTER = ClusterSettings.kubeadm("cluster.local");
    private static final CorefileRenderer RENDERER =
            new CorefileRenderer(CorefileCheck.plain(CoreDns.of(new Version(1, 14, 7))));

    @TempDir
    private Path folder;

    private ApiStub api;
    private NameServer upstream;
    private NameServer stub;

    @BeforeEach
    void start() throws IOException {
        CoreDnsProcess.binary();
        api = ApiStub.start();
        upstream = NameServer.start(Map.of("www.example.net.", "198.51.100.1", "host.corp.example.", "198.51.100.66"));
        stub = NameServer.start(Map.of("host.corp.example.", "198.51.100.2"));
    }

    @AfterEach
    void stop() {
        api.close();
        upstream.close();
        stub.close();
    }

    @Test
    void theClusterTheUpstreamAndTheMark() throws IOException {
        serve(main(m -> m), dig -> {
            assertThat(dig.a("kubernetes.default.svc.cluster.local."))
                    .containsExactly("kubernetes.default.svc.cluster.local. 10.96.0.1");
            assertThat(dig.ask("1.0.96.10.in-addr.arpa.", Type.PTR))
                    .containsExactly("1.0.96.10.in-addr.arpa. kubernetes.default.svc.cluster.local.");
            assertThat(dig.a("www.example.net.")).containsExactly("www.example.net. 198.51.100.1");
            assertThat(dig.a("none.example.net.")).containsExactly("NXDOMAIN");
            assertThat(dig.generation()).isEqualTo("portafilter-1f0c2d");
        });
        assertThat(upstream.asked()).contains("www.example.net.").noneMatch(name -> name.endsWith("cluster.local."));
    }

    @Test
    void hostsRecordsInTheMainBlockAndInAStubDomain() throws IOException {
        DnsSettings settings = main(m -> m)
                .withStubDomains(List.of(StubDomain.of("corp.example", STUB)))
                .withHosts(HostsSettings.of(
                        HostsRecord.of("192.168.0.9", "registry.corp.example", "registry.example"),
                        HostsRecord.of("fd00::9", "registry.example")));
        serve(settings, dig -> {
            assertThat(dig.a("registry.example.")).containsExactly("registry.example. 192.168.0.9");
            assertThat(dig.ask("registry.example.", Type.AAAA))
                    .hasSize(1)
                    .allMatch(record -> record.endsWith("fd00:0:0:0:0:0:0:9"));
            assertThat(dig.a("registry.corp.example.")).containsExactly("registry.corp.example. 192.168.0.9");
            assertThat(dig.a("host.corp.example.")).containsExactly("host.corp.example. 198.51.100.2");
            assertThat(dig.a("none.corp.example.")).containsExactly("NXDOMAIN");
            assertThat(dig.a("localhost.")).containsExactly("NXDOMAIN");
            assertThat(dig.a("www.example.net.")).containsExactly("www.example.net. 198.51.100.1");
        });
        assertThat(stub.asked()).contains("host.corp.example.", "none.corp.example.");
        assertThat(upstream.asked()).noneMatch(name -> name.endsWith("corp.example."));
    }

    @Test
    void rewritesAreAnsweredUnderTheNameThatWasAsked() throws IOException {
        serve(
                main(m -> m.rewrites(List.of(
                        new RewriteRule(RewriteRule.Match.EXACT, "api.shop.example", "web.apps.svc.cluster.local"),
                        new RewriteRule(RewriteRule.Match.PREFIX, "old.", "web."),
                        new RewriteRule(RewriteRule.Match.PREFIX, "ol-", "we"),
                        new RewriteRule(RewriteRule.Match.SUFFIX, ".in.example", ".apps.svc.cluster.local"),
                        new RewriteRule(
                                RewriteRule.Match.REGEX, "^(.*)\\.re\\.example\\.$", "{1}.apps.svc.cluster.local")))),
                dig -> {
                    assertThat(dig.a("api.shop.example.")).containsExactly("api.shop.example. 10.96.7.7");
                    assertThat(dig.a("old.apps.svc.cluster.local."))
                            .containsExactly("old.apps.svc.cluster.local. 10.96.7.7");
                    // CoreDNS ends the prefix with a dot: corefile-rewrite-dot says so.
                    assertThat(dig.a("ol-b.apps.svc.cluster.local.")).containsExactly("NXDOMAIN");
                    assertThat(dig.a("web.in.example.")).containsExactly("web.in.example. 10.96.7.7");
                    assertThat(dig.a("web.re.example.")).containsExactly("web.re.example. 10.96.7.7");
                    assertThat(dig.a("www.example.net.")).containsExactly("www.example.net. 198.51.100.1");
                });
    }

    @Test
    void podRecordsInEachMode() throws IOException {
        String pod = "10-244-2-5.apps.pod.cluster.local.";
        String nobody = "10-244-9-9.apps.pod.cluster.local.";
        serve(main(m -> m.cluster(CLUSTER.withPodRecords(PodRecords.DISABLED))), dig -> {
            assertThat(dig.a(pod)).containsExactly("NXDOMAIN");
        });
        serve(main(m -> m.cluster(CLUSTER.withPodRecords(PodRecords.INSECURE))), dig -> {
            assertThat(dig.a(pod)).containsExactly(pod + " 10.244.2.5");
            assertThat(dig.a(nobody)).containsExactly(nobody + " 10.244.9.9");
        });
        serve(main(m -> m.cluster(CLUSTER.withPodRecords(PodRecords.VERIFIED))), dig -> {
            assertThat(dig.a(pod)).containsExactly(pod + " 10.244.2.5");
            assertThat(dig.a(nobody)).containsExactly("NXDOMAIN");
        });
    }

    @Test
    void exactReverseZonesLeakNothing() throws IOException {
        serve(
                main(m -> m),
                dig -> assertThat(dig.ask("9.9.96.10.in-addr.arpa.", Type.PTR)).containsExactly("NXDOMAIN"));
        assertThat(upstream.asked()).contains("9.9.96.10.in-addr.arpa.");

        Reverse exact = new Reverse.Exact(List.of("10.244.0.0/16", "10.96.0.0/12"));
        serve(main(m -> m.cluster(CLUSTER.withReverse(exact))), dig -> {
            assertThat(dig.ask("1.0.96.10.in-addr.arpa.", Type.PTR))
                    .hasSize(1)
                    .allMatch(record -> record.contains("kubernetes"));
            assertThat(dig.ask("7.8.100.10.in-addr.arpa.", Type.PTR)).containsExactly("NXDOMAIN");
            assertThat(dig.ask("7.8.9.11.in-addr.arpa.", Type.PTR)).containsExactly("NXDOMAIN");
        });
        assertThat(upstream.asked()).contains("7.8.9.11.in-addr.arpa.").doesNotContain("7.8.100.10.in-addr.arpa.");
    }

    @Test
    void aDomainChangesWithoutANameGoingAway() throws IOException {
        for (List<String> domains : DomainChange.steps(List.of("cluster.local"), "new.example")) {
            serve(main(m -> m.cluster(CLUSTER.withDomains(domains))), dig -> {
                assertThat(dig.a("web.apps.svc.cluster.local."))
                        .containsExactly("web.apps.svc.cluster.local. 10.96.7.7");
                assertThat(dig.a("web.apps.svc.new.example.")).containsExactly("web.apps.svc.new.example. 10.96.7.7");
                assertThat(dig.ask("7.7.96.10.in-addr.arpa.", Type.PTR))
                        .containsExactly("7.7.96.10.in-addr.arpa. web.apps.svc." + domains.getFirst() + ".");
            });
        }
    }

    private void serve(DnsSettings settings, Consumer<Dig> questions) throws IOException {
        String text = RENDERER.renderForApply(settings, new Mark("1f0c2d", "sha256:1f0c2d"))
                .text()
                .orElseThrow();
        Loopback here = Loopback.free(api.url());
        String moved = here.move(text, Map.of(UPSTREAM, upstream.address(), STUB, stub.address()));
        try (CoreDnsProcess coreDns = CoreDnsProcess.start(folder, moved)) {
            assertThat(coreDns.started()).isTrue();
            questions.accept(new Dig(here.dns()));
        }
    }

    private static DnsSettings main(UnaryOperator<MainDraft> change) {
        MainDraft draft = MainBlock.kubeadm("cluster.local").edit().upstreams(UpstreamSettings.of(UPSTREAM));
        return DnsSettings.of(change.apply(draft).build());
    }
}
