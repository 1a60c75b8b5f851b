package io.portafilter.e2e.cluster.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import io.portafilter.e2e.cluster.Cluster;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The DaemonSets of a cluster. */
record Daemons(Cluster cluster) {
    /** Does {@code kubectl rollout restart} and returns when only new pods are left. */
    void restart(String namespace, String name) {
        cluster.client()
                .apps()
                .daemonSets()
                .inNamespace(namespace)
                .withName(name)
                .edit(live -> {
                    live.getSpec()
                            .getTemplate()
                            .getMetadata()
                            .getAnnotations()
                            .put(
                                    "kubectl.kubernetes.io/restartedAt",
                                    Instant.now().toString());
                    return live;
                });
        awaitRollout(namespace, name);
    }

    /** Returns when every pod is ready and of the newest template. */
    void awaitRollout(String namespace, String name) {
        Cluster.patiently().untilAsserted(() -> {
            DaemonSet now = daemonSet(namespace, name);
            DaemonSetStatus status = now.getStatus();
            assertThat(status)
                    .matches(s -> Objects.equals(
                            s.getObservedGeneration(), now.getMetadata().getGeneration()))
                    .matches(s -> Objects.equals(s.getUpdatedNumberScheduled(), s.getDesiredNumberScheduled()))
                    .matches(s -> Objects.equals(s.getNumberReady(), s.getDesiredNumberScheduled()));
            assertThat(pods(now)).hasSize(status.getDesiredNumberScheduled());
        });
    }

    /** What the pods of the newest template have logged. */
    List<String> logs(String namespace, String name) {
        return pods(daemonSet(namespace, name)).stream()
                .map(pod -> cluster.client()
                        .pods()
                        .inNamespace(namespace)
                        .withName(pod.getMetadata().getName())
                        .getLog())
                .toList();
    }

    private DaemonSet daemonSet(String namespace, String name) {
        return cluster.client()
                .apps()
                .daemonSets()
                .inNamespace(namespace)
                .withName(name)
                .require();
    }

    private List<Pod> pods(DaemonSet daemons) {
        return cluster.client()
                .pods()
                .inNamespace(daemons.getMetadata().getNamespace())
                .withLabels(daemons.getSpec().getSelector().getMatchLabels())
                .list()
                .getItems();
    }
}
