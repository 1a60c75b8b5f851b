package io.portafilter.controller.status;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.portafilter.snapshot.Name;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether an operator that ends is the last of its installation. Operators do not carry traffic, proxies do: it is the last when no
 * other operator stays and no proxy stays either, which is an uninstallation. An operator scaled to none, or one that moves to another
 * node, leaves proxies that serve, and these addresses must stay: DNS records hang on them.
 *
 * <p>Pods are told apart by the labels that the chart gives them: name and instance are the installation's, component tells operators
 * from proxies.
 */
final class LastReplica {
    private static final String COMPONENT = "app.kubernetes.io/component";
    private static final List<String> INSTALLATION = List.of("app.kubernetes.io/name", "app.kubernetes.io/instance");
    private static final String PROXY = "controller";

    /** An uninstallation ends operators and proxies at almost the same time, but not in any order. */
    private static final Duration UNINSTALLATION = Duration.ofSeconds(5);

    private static final Duration AGAIN = Duration.ofMillis(250);

    private LastReplica() {}

    /** Asks the API server, for some seconds if proxies are all that stays. */
    static boolean isLast(KubernetesClient client, Name pod) throws InterruptedException {
        long deadline = System.nanoTime() + UNINSTALLATION.toNanos();
        Pod self =
                client.pods().inNamespace(pod.namespace()).withName(pod.name()).get();
        Optional<Map<String, String>> labels = Optional.ofNullable(self).flatMap(LastReplica::installation);
        if (labels.isEmpty()) {
            return false;
        }
        while (true) {
            List<Pod> others =
                    client.pods().inNamespace(pod.namespace()).withLabels(labels.get()).list().getItems().stream()
                            .filter(other -> !other.getMetadata().getName().equals(pod.name()) && stays(other))
                            .toList();
            boolean operators =
                    others.stream().anyMatch(other -> component(other).equals(component(self)));
            boolean proxies = others.stream().anyMatch(other -> component(other).equals(Optional.of(PROXY)));
            if (operators || !proxies) {
                return !operators;
            }
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(AGAIN);
        }
    }

    private static Optional<Map<String, String>> installation(Pod pod) {
        Map<String, String> labels = new TreeMap<>(labels(pod));
        labels.keySet().retainAll(INSTALLATION);
        return component(pod).isPresent() && labels.size() == INSTALLATION.size()
                ? Optional.of(labels)
                : Optional.empty();
    }

    private static boolean stays(Pod pod) {
        boolean ended = pod.getStatus() != null
                && ("Succeeded".equals(pod.getStatus().getPhase())
                        || "Failed".equals(pod.getStatus().getPhase()));
        return pod.getMetadata().getDeletionTimestamp() == null && !ended;
    }

    private static Optional<String> component(Pod pod) {
        return Optional.ofNullable(labels(pod).get(COMPONENT));
    }

    private static Map<String, String> labels(Pod pod) {
        return Optional.ofNullable(pod.getMetadata().getLabels()).orElse(Map.of());
    }
}
