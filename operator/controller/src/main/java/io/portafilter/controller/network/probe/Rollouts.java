package io.portafilter.controller.network.probe;

import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import java.util.Optional;

/** How far DaemonSets and Deployments are, as {@code kubectl rollout status} judges it. */
public final class Rollouts {
    private Rollouts() {}

    /**
     * Whether every pod of a workload is of its newest template and available.
     *
     * @param workload a DaemonSet or a Deployment
     * @param found what there is of it
     */
    public static Proof of(ObjectId workload, Optional<ClusterObject> found) {
        return found.map(ClusterObject::tree)
                .map(tree ->
                        workload.kind().equals("DaemonSet") ? daemonSet(workload, tree) : deployment(workload, tree))
                .orElseGet(() -> new Proof.Pending("there is no " + workload));
    }

    private static Proof daemonSet(ObjectId id, Tree tree) {
        return proof(
                id,
                isSeen(tree),
                status(tree, "desiredNumberScheduled"),
                status(tree, "updatedNumberScheduled"),
                status(tree, "numberAvailable"));
    }

    /** Old pods that are still there count. */
    private static Proof deployment(ObjectId id, Tree tree) {
        int wanted = Math.max(tree.number("spec", "replicas").orElse(1), status(tree, "replicas"));
        return proof(id, isSeen(tree), wanted, status(tree, "updatedReplicas"), status(tree, "availableReplicas"));
    }

    private static Proof proof(ObjectId id, boolean seen, int wanted, int updated, int available) {
        return seen && updated == wanted && available == wanted
                ? new Proof.Proven()
                : new Proof.Pending(
                        id + ": " + updated + " of " + wanted + " pods are new, " + available + " are available");
    }

    private static boolean isSeen(Tree tree) {
        return number(tree, "status", "observedGeneration") >= number(tree, "metadata", "generation");
    }

    private static long number(Tree tree, String... path) {
        return tree.text(path)
                .filter(digits -> digits.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static int status(Tree tree, String field) {
        return tree.number("status", field).orElse(0);
    }
}
