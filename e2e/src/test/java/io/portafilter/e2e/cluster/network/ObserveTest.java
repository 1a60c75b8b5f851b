package io.portafilter.e2e.cluster.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.e2e.cluster.Cluster;
import io.portafilter.e2e.cluster.ClusterTest;
import io.portafilter.e2e.cluster.Place;
import io.portafilter.e2e.cluster.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A NetworkSetup that only observes. */
@ClusterTest
@Order(50)
class ObserveTest {
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    @Test
    void nothingIsWrittenButItsOwnStatus(Release release) {
        try (Configs configs = Configs.of(release.cluster())) {
            Map<String, String> before = configs.versions();
            Instant begin = Instant.now();
            try (Setup setup = Setup.observe(release.cluster())) {
                Status status = setup.await(seen -> !seen.proposed().isEmpty(), "a status");
                assertThat(status.condition("Available")).startsWith("True");
                Instant enough = Instant.now().plus(A_WHILE);
                Cluster.patiently().until(() -> Instant.now().isAfter(enough));
                assertThat(Writes.since(release, begin))
                        .isNotEmpty()
                        .allMatch(write -> write.endsWith(" networksetups/status cluster"));
            }
            assertThat(configs.versions()).isEqualTo(before);
        }
    }

    @Test
    void whatIsFoundIsWhatTheClusterWasMadeWith(Release release) {
        try (Setup setup = Setup.observe(release.cluster())) {
            Status status = setup.await(seen -> !seen.proposed().isEmpty(), "a status");
            assertThat(status.json().at("/platform/distribution").asText()).isEqualTo("kubeadm");
            assertThat(status.json().at("/discovered/clusterDomain/value").asText())
                    .isEqualTo("cluster.local");
            assertThat(status.json().at("/discovered/dnsServiceIP/value").asText())
                    .isEqualTo("10.96.0.10");
            assertThat(status.json().at("/discovered/kubeProxyMode/value").asText())
                    .isEqualTo("nftables");
            assertThat(status.json().at("/discovered/podCIDRs/values/0").asText())
                    .isEqualTo("10.244.0.0/16");
            assertThat(status.json().at("/discovered/serviceCIDRs/values/0").asText())
                    .isEqualTo("10.96.0.0/16");
            assertThat(status.conflicts()).isEmpty();
        }
    }

    @Test
    void theProposedSpecAppliedBackPlansNoChange(Release release) {
        try (Setup setup = Setup.observe(release.cluster())) {
            setup.adopt();
            setup.change(spec -> spec.put("mode", "Plan"));
            Status status = setup.await(Status::planIsEmpty, "a plan without changes");
            assertThat(status.objects()).isEmpty();
        }
    }

    @Test
    void aChangeOfTheClusterIsSeenWithoutAChangeOfTheSpec(Release release) {
        try (Setup setup = Setup.observe(release.cluster());
                Place place = Place.in(release.cluster())) {
            int used = services(setup.await(seen -> services(seen) > 0, "a status"));
            release.cluster().create("""
                apiVersion: v1
                kind: Service
                metadata: {name: one, namespace: %s}
                spec: {ports: [{port: 80}]}
                """.formatted(place.name()));
            setup.await(seen -> services(seen) == used + 1, "one more Service");
        }
    }

    private static int services(Status status) {
        return status.json().at("/capacity/services/used").asInt();
    }
}
