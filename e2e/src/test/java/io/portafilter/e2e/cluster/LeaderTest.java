package io.portafilter.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.e2e.product.Manifests;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A leader that dies without a word. */
@ClusterTest
@Order(20)
class LeaderTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void anotherWritesWithinTwentySecondsOfAKillAndTrafficNoticesNothing(Release release) {
        Cluster cluster = release.cluster();
        cluster.mayBeHarmed();
        try (Shop shop = Shop.open(release);
                Place place = Place.in(cluster)) {
            String killed = holder(release);
            Command.script("kill-container", release.namespace(), killed, "operator");
            long then = System.nanoTime();
            cluster.client()
                    .pods()
                    .inNamespace(release.namespace())
                    .withName(killed)
                    .withGracePeriod(0)
                    .delete();
            cluster.create(Manifests.ingress(
                    place.name(),
                    "late",
                    Map.of(),
                    Map.of(
                            "ingressClassName",
                            "nginx",
                            "rules",
                            List.of(Manifests.rule("late.example", "Prefix", "/", "nobody", 80)))));
            place.address("late");
            Duration took = Duration.ofNanos(System.nanoTime() - then);
            System.out.println("another replica wrote " + took.toMillis() + " ms after the leader was killed");
            assertThat(took).isLessThan(LIMIT);
            assertThat(holder(release)).isNotEqualTo(killed);
            cluster.awaitRollout(release.namespace(), release.operator());
            shop.traffic().goOn();
            shop.traffic().close();
            assertThat(shop.traffic().tally().told()).isEmpty();
        }
    }

    private static String holder(Release release) {
        return release.cluster()
                .client()
                .leases()
                .inNamespace(release.namespace())
                .withName(release.namespace() + "-leader")
                .require()
                .getSpec()
                .getHolderIdentity();
    }
}
