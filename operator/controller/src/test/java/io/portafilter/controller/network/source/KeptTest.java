package io.portafilter.controller.network.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.portafilter.network.cluster.ClusterObject;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptTest {
    private static final int PODS = 150_000;

    private final AtomicInteger changes = new AtomicInteger();
    private final Pruner pruner = new Pruner(new SourceOptions("portafilter-system", new TreeSet<>()));
    private final Kept services = new Kept(Source.SERVICES, pruner, changes::incrementAndGet);

    private static GenericKubernetesResource service(String name, String address) {
        return Exports.resource("""
                apiVersion: v1
                kind: Service
                metadata: {name: %s, namespace: shop, resourceVersion: "%d"}
                spec: {clusterIP: %s}
                """.formatted(name, System.nanoTime(), address));
    }

    @Test
    void onlyWhatIsKeptIsAChangeAndTheListIsTheSameUntilThen() {
        services.put(service("b", "10.96.0.2"));
        services.put(service("a", "10.96.0.1"));
        List<ClusterObject> all = services.all();
        assertThat(all).extracting(ClusterObject::name).containsExactly("a", "b");

        services.put(service("a", "10.96.0.1"));
        services.delete(service("c", "10.96.0.3"));
        assertThat(changes).hasValue(2);
        assertThat(services.all()).isSameAs(all);

        services.put(service("a", "10.96.0.9"));
        services.delete(service("b", "10.96.0.2"));
        assertThat(changes).hasValue(4);
        assertThat(services.all())
                .singleElement()
                .satisfies(left ->
                        assertThat(left.tree().text("spec", "clusterIP")).contains("10.96.0.9"));
        assertThat(all).as("what was handed out stays").hasSize(2);
    }

    @Test
    void whatDoesNotCountIsNoChange() {
        Kept workloads = new Kept(Source.DAEMON_SETS, pruner, changes::incrementAndGet);

        GenericKubernetesResource daemon = Exports.resource(
                "{\"apiVersion\": \"apps/v1\", \"kind\": \"DaemonSet\", \"metadata\": {\"name\": \"calico-node\", \"namespace\": \"shop\"}}");
        workloads.put(daemon);
        workloads.delete(daemon);

        assertThat(workloads.all()).isEmpty();
        assertThat(changes).hasValue(0);
    }

    @Test
    void thePodsOfALargeClusterFit() {
        GenericKubernetesResource pod = Exports.resource("""
                apiVersion: v1
                kind: Pod
                metadata: {name: one, namespace: shop, labels: {app: web, pod-template-hash: 5d5f8c7b9d}}
                spec: {nodeName: w1, containers: [{name: web, image: web, args: [a, b]}]}
                status: {phase: Running, podIP: 10.244.0.2}
                """);
        Kept pods = new Kept(Source.PODS, pruner, changes::incrementAndGet);
        long before = used();

        IntStream.range(0, PODS).forEach(number -> {
            pod.getMetadata().setName("web-5d5f8c7b9d-" + number);
            pod.getMetadata().setNamespace("shop-" + number % 500);
            pod.setAdditionalProperty("spec", Map.of("nodeName", "node-" + number % 5000, "containers", List.of()));
            pods.put(pod);
        });

        assertThat(pods.all()).hasSize(PODS);
        long bytes = (used() - before) / PODS;
        assertThat(bytes).as("bytes a pod").isLessThan(800);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
