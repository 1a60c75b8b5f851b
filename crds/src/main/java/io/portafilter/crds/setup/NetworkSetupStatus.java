package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import io.portafilter.crds.status.AppliedStatus;
import io.portafilter.crds.status.ApplyingStatus;
import io.portafilter.crds.status.CapacityStatus;
import io.portafilter.crds.status.Condition;
import io.portafilter.crds.status.ConflictStatus;
import io.portafilter.crds.status.DiscoveredStatus;
import io.portafilter.crds.status.DnsStatus;
import io.portafilter.crds.status.PlanStatus;
import io.portafilter.crds.status.PlatformStatus;
import java.util.List;
import java.util.Optional;

/**
 * How the network is. Every text and every list has a limit, so that all of it stays below 100 KB.
 *
 * @param observedGeneration the generation of the spec that this speaks of
 * @param platform who made the cluster
 * @param discovered what the cluster says
 * @param capacity how much room there is
 * @param errors how many conflicts break something
 * @param conflicts what does not fit together, the worst first
 * @param moreConflicts how many there was no room for
 * @param refusals why something that is wanted is not planned
 * @param moreRefusals how many there was no room for
 * @param plan what would be changed
 * @param applying the plan that is being carried out
 * @param applied the plan that was carried out last
 * @param dns which Corefile the DNS serves
 * @param conditions how things stand
 */
public record NetworkSetupStatus(
        @Field("The generation of the spec that this speaks of.")
        Optional<Integer> observedGeneration,

        @Field("Who made the cluster, and of what it is.") Optional<PlatformStatus> platform,

        @Field("What the cluster says about its network.") Optional<DiscoveredStatus> discovered,

        @Field("How much room there is.") Optional<CapacityStatus> capacity,

        @Field("How many conflicts break something, shown here or not.")
        Optional<Integer> errors,

        @Field(value = "What does not fit together, the worst first.", maxItems = 64)
        List<ConflictStatus> conflicts,

        @Field("How many conflicts there was no room for.") Optional<Integer> moreConflicts,

        @Field(value = "Why something that is wanted is not planned.", maxItems = 32, maxLength = 1024)
        List<String> refusals,

        @Field("How many refusals there was no room for.") Optional<Integer> moreRefusals,

        @Field("What would be changed.") Optional<PlanStatus> plan,

        @Field("The plan that is being carried out.") Optional<ApplyingStatus> applying,

        @Field("The plan that was carried out last.") Optional<AppliedStatus> applied,

        @Field("Which Corefile the DNS serves.") Optional<DnsStatus> dns,

        @Field(value = "How things stand.", mapKey = "type") List<Condition> conditions) {
    /** Copies the lists. */
    public NetworkSetupStatus {
        conflicts = List.copyOf(conflicts);
        refusals = List.copyOf(refusals);
        conditions = List.copyOf(conditions);
    }

    /** The same with another room. */
    public NetworkSetupStatus withCapacity(Optional<CapacityStatus> room) {
        return new NetworkSetupStatus(
                observedGeneration,
                platform,
                discovered,
                room,
                errors,
                conflicts,
                moreConflicts,
                refusals,
                moreRefusals,
                plan,
                applying,
                applied,
                dns,
                conditions);
    }
}
