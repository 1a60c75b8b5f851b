package io.portafilter.controller.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.controller.apiserver.SecondApiServer;
import io.portafilter.snapshot.Name;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Replicas that contend for a real Lease. */
@Tag("api-server")
final class ElectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiServer api = ApiServer.shared();
    private final List<String> log = Recorder.newLog();
    private Name lease = new Name("", "ingress-nginx-leader");

    @BeforeEach
    void namespace() {
        lease = new Name(api.namespace(), lease.name());
    }

    @Test
    void whenTheLeaderDiesWithoutAWordAnotherOneWritesWithinTwentySeconds() throws InterruptedException {
        KubernetesClient mortal =
                new KubernetesClientBuilder().withConfig(api.config()).build();
        LeaseCandidate first = new LeaseCandidate(mortal, options("one"), System::nanoTime);
        assertThat(first.attempt(PATIENCE)).isEqualTo(new Outcome.Held());
        try (Leadership second = replica("two", api.client())) {
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            assertThat(first.attempt(PATIENCE)).isEqualTo(new Outcome.Held());
            assertThat(log).isEmpty();

            long died = System.nanoTime();
            mortal.close();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(log).containsExactly("two leads"));

            assertThat(Duration.ofNanos(System.nanoTime() - died))
                    .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(20));
            assertThat(lease().getSpec().getHolderIdentity()).isEqualTo("two");
            assertThat(lease().getSpec().getLeaseTransitions()).isEqualTo(1);
            assertThat(second.leads()).isTrue();
        }
    }

    @Test
    void aLeaderThatEndsGivesTheLeaseBackAtOnce() {
        Leadership first = replica("one", api.client());
        await().atMost(PATIENCE).until(first::leads);
        try (Leadership second = replica("two", api.client())) {
            long began = System.nanoTime();
            first.close();
            await().atMost(PATIENCE).until(second::leads);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
            assertThat(log).containsExactly("one leads", "one ends", "one says farewell", "two leads");
        }
        assertThat(lease().getSpec().getHolderIdentity()).isNullOrEmpty();
    }

    @Test
    void anEmptyLeaseThatTheChartMadeIsTaken() {
        api.apply(lease.namespace(), """
                apiVersion: coordination.k8s.io/v1
                kind: Lease
                metadata:
                  name: ingress-nginx-leader
                  labels:
                    app.kubernetes.io/managed-by: Helm
                """);

        try (Leadership leadership = replica("one", api.client())) {
            await().atMost(PATIENCE).until(leadership::leads);
            assertThat(lease().getMetadata().getLabels()).containsEntry("app.kubernetes.io/managed-by", "Helm");
        }
    }

    @Test
    void theLeaseGoesWithTheInstallation() {
        api.apply(lease.namespace(), """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: ingress-nginx-ca-bundle}
                """);

        try (Leadership leadership = replica("one", api.client())) {
            await().atMost(PATIENCE).until(leadership::leads);
            assertThat(lease().getMetadata().getOwnerReferences())
                    .singleElement()
                    .satisfies(owner -> assertThat(owner.getName()).isEqualTo("ingress-nginx-ca-bundle"));
        }
    }

    @Test
    void onlyOneOfManyLeads() {
        List<Leadership> replicas = List.of(
                replica("one", api.client()),
                replica("two", api.client()),
                replica("three", api.client()),
                replica("four", api.client()));
        await().atMost(PATIENCE).until(() -> replicas.stream().anyMatch(Leadership::leads));

        await().during(Duration.ofSeconds(4))
                .atMost(PATIENCE)
                .until(() -> replicas.stream().filter(Leadership::leads).count() == 1);

        replicas.forEach(Leadership::close);
        assertThat(log).filteredOn(line -> line.endsWith("leads")).hasSizeBetween(1, 4);
    }

    @Test
    void aLeaderThatLosesTheApiServerStopsWritingServesOnAndLeadsAgain() {
        try (SecondApiServer own = api.second();
                KubernetesClient client =
                        new KubernetesClientBuilder().withConfig(own.config()).build();
                Leadership leadership = replica("one", client)) {
            await().atMost(PATIENCE).until(leadership::leads);

            long lost = System.nanoTime();
            own.kill();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(log).containsExactly("one leads", "one ends"));
            assertThat(Duration.ofNanos(System.nanoTime() - lost)).isLessThan(ElectionOptions.DEFAULT_TTL);
            assertThat(leadership.leads()).isFalse();

            own.start();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(log).containsExactly("one leads", "one ends", "one leads"));
        }
    }

    @Test
    void aLeaseThatSomebodyDeletedIsMadeAgain() {
        try (Leadership leadership = replica("one", api.client())) {
            await().atMost(PATIENCE).until(leadership::leads);

            api.client()
                    .leases()
                    .inNamespace(lease.namespace())
                    .withName(lease.name())
                    .delete();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(api.client()
                                    .leases()
                                    .inNamespace(lease.namespace())
                                    .withName(lease.name())
                                    .get())
                            .isNotNull());
            assertThat(leadership.leads()).isTrue();
        }
    }

    private Leadership replica(String identity, KubernetesClient client) {
        Leadership leadership = Leadership.elected(
                client, options(identity), List.of(new Recorder(identity, log)), new SimpleMeterRegistry());
        leadership.start();
        return leadership;
    }

    private ElectionOptions options(String identity) {
        return new ElectionOptions(lease, Installation.of(lease), identity, ElectionOptions.DEFAULT_TTL);
    }

    private Lease lease() {
        return api.client()
                .leases()
                .inNamespace(lease.namespace())
                .withName(lease.name())
                .get();
    }
}
