package io.portafilter.controller.network.probe;

import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.portafilter.network.cluster.ObjectId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far DaemonSets and Deployments are, as {@code kubectl rollout status} judges it. */
public final class Rollouts {
    private final KubernetesClient client;

    /** Roll-outs that are looked at through this client. */
    public Rollouts(KubernetesClient client) {
        this.client = client;
    }

    /** Whether every pod of a workload is of its newest template and available. */
    public Proof of(ObjectId workload) {
        return workload.kind().equals("DaemonSet") ? daemonSet(workload) : deployment(workload);
    }

    private Proof daemonSet(ObjectId id) {
        return Optional.ofNullable(client.apps()
                        .daemonSets()
                        .inNamespace(id.namespace())
                        .withName(id.name())
                        .get())
                .map(found -> proof(id, found))
                .orElse(new Proof.Pending("there is no " + id));
    }

    private static Proof proof(ObjectId id, DaemonSet found) {
        DaemonSetStatus status = Optional.ofNullable(found.getStatus()).orElseGet(DaemonSetStatus::new);
        return proof(
                id,
                isSeen(found.getMetadata().getGeneration(), status.getObservedGeneration()),
                number(status.getDesiredNumberScheduled()),
                number(status.getUpdatedNumberScheduled()),
                number(status.getNumberAvailable()));
    }

    private Proof deployment(ObjectId id) {
        return Optional.ofNullable(client.apps()
                        .deployments()
                        .inNamespace(id.namespace())
                        .withName(id.name())
                        .get())
                .map(found -> proof(id, found))
                .orElse(new Proof.Pending("there is no " + id));
    }

    private static Proof proof(ObjectId id, Deployment found) {
        DeploymentStatus status = Optional.ofNullable(found.getStatus()).orElseGet(DeploymentStatus::new);
        return proof(
                id,
                isSeen(found.getMetadata().getGeneration(), status.getObservedGeneration()),
                Math.max(
                        number(found.getSpec().getReplicas()),
                        number(status.getReplicas())), // old pods that are still there count
                number(status.getUpdatedReplicas()),
                number(status.getAvailableReplicas()));
    }

    private static Proof proof(ObjectId id, boolean seen, int wanted, int updated, int available) {
        return seen && updated == wanted && available == wanted
                ? new Proof.Proven()
                : new Proof.Pending(
                        id + ": " + updated + " of " + wanted + " pods are new, " + available + " are available");
    }

    private static boolean isSeen(@Nullable Long generation, @Nullable Long observed) {
        return generation == null || (observed != null && observed >= generation);
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }
}
