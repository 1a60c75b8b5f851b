package io.portafilter.crds.status;

import io.portafilter.crds.schema.Field;
import java.util.List;

/**
 * The plan.
 *
 * @param hash what an approval names
 * @param count how many changes there are, shown or not
 * @param changes the first of them
 */
public record PlanStatus(
        @Field(value = "The hash that an approval names.", maxLength = 71)
        String hash,

        @Field("How many changes there are, shown here or not.")
        int count,

        @Field(value = "The first changes, in the order in which they are made.", maxItems = 32)
        List<ChangeStatus> changes) {
    /** Copies the list. */
    public PlanStatus {
        changes = List.copyOf(changes);
    }

    /**
     * One change.
     *
     * @param seq from 1
     * @param object what is changed
     * @param field where in it
     * @param risk what it costs
     * @param feasibility who can make it
     * @param drift who changed what since it was written last
     * @param diff for people
     * @param steps what a person does
     */
    public record ChangeStatus(
            @Field("Its place in the plan, from 1.") int seq,

            @Field(value = "What is changed, such as ConfigMap kube-system/coredns.", maxLength = 512)
            String object,

            @Field(value = "Where in it.", maxLength = 512) String field,

            @Field("What it costs: None, Reload, ProxyRestart, ProxyMode, NetworkRestart, ControlPlane or Outage.")
            String risk,

            @Field("Who can make it: Apply, Agent, Manual or Impossible.")
            String feasibility,

            @Field("Who changed what since we wrote it: First, WishChanged, SomebodyElse or Both.")
            String drift,

            @Field(value = "The difference, for people.", maxLength = 4096)
            String diff,

            @Field(value = "What a person does, where one must.", maxItems = 17, maxLength = 1024)
            List<String> steps) {
        /** Copies the list. */
        public ChangeStatus {
            steps = List.copyOf(steps);
        }
    }
}
