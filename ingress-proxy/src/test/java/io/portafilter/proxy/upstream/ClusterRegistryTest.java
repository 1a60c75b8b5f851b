package io.portafilter.proxy.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.portafilter.contract.Endpoint;
import io.portafilter.contract.Key;
import io.portafilter.contract.Kind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ClusterRegistryTest {
    private static final Key WEB = new Key(Kind.CLUSTER, "shop/web/80");
    private static final Key API = new Key(Kind.CLUSTER, "shop/api/80");

    private final Map<String, List<String>> names = new HashMap<>();
    private final ClusterRegistry registry = new ClusterRegistry(this::resolve);

    private List<InetAddress> resolve(String name) throws UnknownHostException {
        if (!names.containsKey(name)) {
            throw new UnknownHostException(name);
        }
        return names.getOrDefault(name, List.of()).stream()
                .map(Addresses::ofLiteral)
                .toList();
    }

    private static List<Endpoint> endpoints(String... hosts) {
        return List.of(hosts).stream().map(host -> new Endpoint(host, 80)).toList();
    }

    @Test
    void whoeverAcquiresAClusterSeesItsEndpointsOfTheMoment() {
        ClusterState first = registry.acquire(WEB);
        assertThat(first.endpoints()).isEmpty();
        registry.update(WEB, endpoints("10.0.0.1", "::1"));
        assertThat(registry.acquire(WEB)).isSameAs(first);
        assertThat(first.endpoints()).extracting(EndpointState::text).containsExactly("10.0.0.1:80", "[::1]:80");
        registry.update(WEB, endpoints("10.0.0.2"));
        assertThat(first.endpoints()).extracting(EndpointState::text).containsExactly("10.0.0.2:80");
    }

    @Test
    void anEndpointThatStaysKeepsItsStateAndOneThatGoesIsMarked() {
        ClusterState cluster = registry.acquire(WEB);
        registry.update(WEB, endpoints("10.0.0.1", "10.0.0.2"));
        List<EndpointState> before = cluster.endpoints();
        registry.update(WEB, endpoints("10.0.0.2", "10.0.0.3"));
        assertThat(cluster.endpoints().getFirst()).isSameAs(before.getLast());
        assertThat(before).extracting(EndpointState::removed).containsExactly(true, false);
        registry.update(WEB, endpoints("10.0.0.1"));
        assertThat(cluster.endpoints().getFirst()).isNotSameAs(before.getFirst());
    }

    @Test
    void clustersShareAnEndpointUntilTheLastOneLetsItGo() {
        ClusterState web = registry.acquire(WEB);
        ClusterState api = registry.acquire(API);
        registry.update(WEB, endpoints("10.0.0.1"));
        registry.update(API, endpoints("10.0.0.1"));
        EndpointState shared = web.endpoints().getFirst();
        assertThat(api.endpoints()).containsExactly(shared);
        registry.update(WEB, List.of());
        assertThat(shared.removed()).isFalse();
        registry.release(API);
        assertThat(shared.removed()).isTrue();
    }

    @Test
    void aClusterLivesWhileAnybodyHoldsIt() {
        ClusterState first = registry.acquire(WEB);
        registry.acquire(WEB);
        registry.update(WEB, endpoints("10.0.0.1"));
        registry.release(WEB);
        assertThat(first.endpoints()).hasSize(1);
        registry.release(WEB);
        assertThat(first.endpoints())
                .as("for requests that chose their route before")
                .singleElement()
                .matches(EndpointState::removed);
        assertThat(registry.acquire(WEB)).isNotSameAs(first);
        registry.release(WEB);
        assertThatThrownBy(() -> registry.release(WEB))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Cluster/shop/web/80");
    }

    @Test
    void namesAreResolvedInTheBackgroundAndAgainWhenAsked() {
        ClusterState cluster = registry.acquire(WEB);
        registry.update(WEB, endpoints("db.example.com", "10.0.0.9"));
        await().atMost(Duration.ofSeconds(30)).until(() -> !cluster.endpoints().isEmpty());
        assertThat(cluster.endpoints()).extracting(EndpointState::text).containsExactly("10.0.0.9:80");
        names.put("db.example.com", List.of("10.0.0.1", "10.0.0.2"));
        registry.refresh();
        assertThat(cluster.endpoints())
                .extracting(EndpointState::text)
                .containsExactly("10.0.0.1:80", "10.0.0.2:80", "10.0.0.9:80");
        EndpointState kept = cluster.endpoints().get(1);
        names.put("db.example.com", List.of("10.0.0.2"));
        registry.refresh();
        assertThat(cluster.endpoints().getFirst()).isSameAs(kept);
    }

    @Test
    void aNameThatHangsHoldsNobodyUpAndItsLateAnswerChangesNothing() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        ClusterRegistry slow = new ClusterRegistry(name -> {
            asked.countDown();
            awaitLatch(answer);
            return List.of(Addresses.ofLiteral("10.0.0.1"));
        });
        ClusterState cluster = slow.acquire(WEB);
        slow.update(WEB, endpoints("db.example.com"));
        awaitLatch(asked);
        slow.update(WEB, endpoints("10.0.0.2"));
        answer.countDown();
        slow.refresh();
        assertThat(cluster.endpoints()).extracting(EndpointState::text).containsExactly("10.0.0.2:80");
    }

    @Test
    void everybodyHasHisTurnAndOnesThatFailedAreLeftOut() {
        ClusterState cluster = registry.acquire(WEB);
        registry.update(WEB, endpoints("10.0.0.1", "10.0.0.2", "10.0.0.3"));
        List<EndpointState> all = cluster.endpoints();
        Map<EndpointState, Integer> counts = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            counts.merge(cluster.pick(all, List.of()), 1, Integer::sum);
        }
        assertThat(counts.values()).containsExactly(100, 100, 100);
        for (int i = 0; i < 30; i++) {
            assertThat(cluster.pick(all, all.subList(0, 2))).isSameAs(all.getLast());
            assertThat(all).contains(cluster.pick(all, all));
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        await().atMost(Duration.ofSeconds(30)).until(() -> latch.getCount() == 0);
    }
}
