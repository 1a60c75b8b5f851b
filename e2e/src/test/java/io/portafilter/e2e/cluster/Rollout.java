package io.portafilter.e2e.cluster;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far a Deployment is. */
record Rollout(int wanted, boolean observed, int all, int updated, int ready) {
    static Rollout of(Deployment deployment) {
        DeploymentStatus status = deployment.getStatus();
        return new Rollout(
                deployment.getSpec().getReplicas(),
                Objects.equals(
                        status.getObservedGeneration(), deployment.getMetadata().getGeneration()),
                count(status.getReplicas()),
                count(status.getUpdatedReplicas()),
                count(status.getAvailableReplicas()));
    }

    boolean done() {
        return observed && all == wanted && updated == wanted && ready == wanted;
    }

    private static int count(@Nullable Integer pods) {
        return pods == null ? 0 : pods;
    }
}
