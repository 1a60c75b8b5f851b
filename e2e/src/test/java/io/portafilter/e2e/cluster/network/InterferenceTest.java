package io.portafilter.e2e.cluster.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.e2e.cluster.Cluster;
import io.portafilter.e2e.cluster.ClusterTest;
import io.portafilter.e2e.cluster.Command;
import io.portafilter.e2e.cluster.Place;
import io.portafilter.e2e.cluster.Release;
import io.portafilter.e2e.cluster.dns.DnsLoad;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Others act at the same time. */
@ClusterTest
@Order(55)
class InterferenceTest {
    @Test
    void twoPeopleWhoEditAtOnceBothGetWhatTheyWanted(Release release) {
        Cluster cluster = release.cluster();
        try (Configs configs = Configs.of(cluster);
                Setup setup = Setup.adopted(cluster, "Enforce")) {
            CompletableFuture<Void> one = CompletableFuture.runAsync(
                    () -> setup.change(spec -> spec.withObject("/dns").put("ttlSeconds", 28)));
            CompletableFuture<Void> other =
                    CompletableFuture.runAsync(() -> setup.change(spec -> spec.withObject("/dns")
                            .withObject("/hosts")
                            .withArray("records")
                            .addObject()
                            .put("ip", "192.0.2.10")
                            .putArray("names")
                            .add("two.example.test")));
            CompletableFuture.allOf(one, other).join();
            setup.carryOut();
            assertThat(configs.corefile()).contains("ttl 28", "192.0.2.10 two.example.test");
        }
    }

    @Test
    void anApprovalDoesNotHoldForAPlanThatSomebodyChanged(Release release) {
        Cluster cluster = release.cluster();
        try (Configs configs = Configs.of(cluster);
                Setup setup = Setup.adopted(cluster, "Enforce")) {
            setup.change(spec -> spec.withObject("/dns").put("ttlSeconds", 27));
            String read = setup.planned();
            configs.corefile(configs.corefile().replace("max_concurrent 1000", "max_concurrent 2000"));
            setup.await(seen -> !seen.hash().equals(read), "another plan");
            String theirs = configs.corefile();
            setup.approve(read);
            Status status = setup.await(seen -> seen.changes() > 0, "a plan that waits");
            assertThat(status.condition("Progressing")).startsWith("False");
            assertThat(status.applied()).doesNotContain(read);
            assertThat(configs.corefile()).isEqualTo(theirs);
        }
    }

    @Test
    void anApiServerThatIsAwayInTheMiddleLeavesTheOldStateOrTheNewOne(Release release) {
        Cluster cluster = release.cluster();
        cluster.mayBeHarmed();
        try (Configs configs = Configs.of(cluster);
                Place place = Place.in(cluster);
                Setup setup = Setup.adopted(cluster, "Enforce")) {
            DnsLoad load = DnsLoad.begin(place, List.of("client.example.test", "kubernetes.default.svc.cluster.local"));
            setup.change(spec -> spec.withObject("/dns").put("ttlSeconds", 26));
            String hash = setup.planned();
            setup.approve(hash);
            Command.script("component", "stop", "kube-apiserver");
            Command.script("component", "start", "kube-apiserver");
            cluster.awaitApi();
            setup.await(seen -> seen.applied().equals(hash + " Applied"), "the plan to be applied");
            assertThat(configs.corefile()).contains("ttl 26");
            assertThat(setup.status().backup()).isNotEmpty();
            load.assertNothingLost();
        }
    }
}
