package io.portafilter.network.corefile.coredns;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.corefile.check.CoreDns;
import io.portafilter.network.corefile.check.CorefileCheck;
import io.portafilter.network.corefile.form.Version;
import io.portafilter.network.corefile.render.CorefileRenderer;
import io.portafilter.network.corefile.render.Mark;
import io.portafilter.network.corefile.settings.DnsSettings;
import io.portafilter.network.corefile.settings.HostsSettings;
import io.portafilter.network.corefile.settings.HostsSettings.HostsRecord;
import io.portafilter.network.corefile.settings.MainBlock;
import io.portafilter.network.corefile.settings.ReloadSettings;
import io.portafilter.network.corefile.settings.UpstreamSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty generations, one after the other, while clients ask. */
@Tag("coredns")
class ReloadTest {
    private static final int RELOADS = 20;
    private static final Duration BETWEEN_QUERIES = Duration.ofMillis(20);
    private static final CorefileRenderer RENDERER =
            new CorefileRenderer(CorefileCheck.plain(CoreDns.of(new Version(1, 14, 7))));

    @TempDir
    private Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private final List<String> lost = new CopyOnWriteArrayList<>();

    @Test
    void twentyReloadsLoseNoQuery() throws IOException, InterruptedException {
        CoreDnsProcess.binary();
        try (ApiStub api = ApiStub.start();
                NameServer upstream = NameServer.start(Map.of("www.example.net.", "198.51.100.1"))) {
            Loopback here = Loopback.free(api.url());
            Map<String, String> upstreams = Map.of("192.0.2.53", upstream.address());
            try (CoreDnsProcess coreDns = CoreDnsProcess.start(folder, here.move(generation(0), upstreams));
                    ScheduledExecutorService clients = Executors.newScheduledThreadPool(
                            8, Thread.ofVirtual().factory())) {
                Dig dig = new Dig(here.dns());
                clients.scheduleAtFixedRate(
                        () -> clients.execute(() -> query(dig)), 0, BETWEEN_QUERIES.toMillis(), TimeUnit.MILLISECONDS);
                for (int i = 1; i <= RELOADS; i++) {
                    String wanted = Mark.PREFIX + i;
                    coreDns.rewrite(here.move(generation(i), upstreams));
                    Awaitility.await()
                            .atMost(Duration.ofSeconds(60))
                            .pollInterval(Duration.ofMillis(100))
                            .until(() -> dig.generation().equals(wanted));
                }
                clients.shutdown();
                assertThat(clients.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
                assertThat(coreDns.log().split("Reloading complete", -1)).hasSize(RELOADS + 1);
            }
        }
        System.out.println("reloads: " + RELOADS + ", queries: " + asked.get() + ", lost: " + lost.size());
        assertThat(lost).isEmpty();
        assertThat(asked.get()).isGreaterThan(RELOADS * 50);
    }

    private void query(Dig dig) {
        boolean cluster = asked.incrementAndGet() % 2 == 0;
        String name = cluster ? "web.apps.svc.cluster.local." : "www.example.net.";
        try {
            List<String> answer = dig.a(name);
            if (!answer.equals(List.of(name + (cluster ? " 10.96.7.7" : " 198.51.100.1")))) {
                lost.add(answer.toString());
            }
        } catch (RuntimeException e) {
            lost.add(e.toString());
        }
    }

    private static String generation(int number) {
        MainBlock main = MainBlock.kubeadm("cluster.local")
                .edit()
                .upstreams(UpstreamSettings.of("192.0.2.53"))
                .reload(new ReloadSettings(Optional.of(Duration.ofSeconds(2)), Optional.of(Duration.ofSeconds(1))))
                .build();
        DnsSettings settings = DnsSettings.of(main)
                .withHosts(HostsSettings.of(HostsRecord.of("192.168.0.9", "generation-" + number + ".example")));
        return RENDERER.renderForApply(settings, new Mark(Integer.toString(number), "sha256:" + number))
                .text()
                .orElseThrow();
    }
}
