package io.portafilter.network.plan;

import io.portafilter.network.cluster.ObjectId;
import java.util.List;

/**
 * One change.
 *
 * @param object what is changed, such as {@code ConfigMap kube-system/coredns}; {@code Node *} are all nodes
 * @param field where in it
 * @param live what stands there now; empty for nothing
 * @param wanted what is to stand there
 * @param risk what it costs
 * @param feasibility who can make it
 * @param drift who changed what since we wrote it last
 * @param precondition what must hold before
 * @param verification what shows that it worked
 * @param rollback what takes it back
 * @param steps what a person does, where one must
 */
public record Change(
        ObjectId object,
        String field,
        String live,
        String wanted,
        Risk risk,
        Feasibility feasibility,
        Drift drift,
        String precondition,
        String verification,
        String rollback,
        List<String> steps) {
    /** Copies the list. */
    public Change {
        steps = List.copyOf(steps);
    }
}
