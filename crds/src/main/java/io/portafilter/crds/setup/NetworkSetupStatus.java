package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import java.util.List;
import java.util.Optional;

/**
 * How the network is.
 *
 * @param observedGeneration the generation of the spec that this speaks of
 * @param errors how many conflicts break something
 * @param conflicts what does not fit together
 * @param plan what would be changed
 */
public record NetworkSetupStatus(
        @Field("The generation of the spec that this speaks of.")
        Optional<Integer> observedGeneration,

        @Field("How many conflicts break something.") Optional<Integer> errors,

        @Field(value = "What does not fit together.", maxItems = 100)
        List<ConflictStatus> conflicts,

        @Field("What would be changed.") Optional<PlanStatus> plan) {
    /** Copies the list. */
    public NetworkSetupStatus {
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Something that does not fit together.
     *
     * @param id stable
     * @param severity Error, Warning or Info
     * @param objects where it shows
     * @param message what is wrong, with the values
     * @param fix what helps
     */
    public record ConflictStatus(
            @Field("What kind of conflict; stable, such as PodCIDRSourcesDisagree.")
            String id,

            @Field("Error, Warning or Info.") String severity,

            @Field(value = "The objects where it shows.", maxItems = 100)
            List<String> objects,

            @Field(value = "What is wrong, with the values.", maxLength = 4096)
            String message,

            @Field(value = "What helps.", maxLength = 4096) String fix) {
        /** Copies the list. */
        public ConflictStatus {
            objects = List.copyOf(objects);
        }
    }

    /**
     * The plan in short.
     *
     * @param hash what an approval names
     * @param changes how many there are
     */
    public record PlanStatus(
            @Field(value = "The hash that an approval names.", maxLength = 71)
            String hash,

            @Field("How many changes there are.") int changes) {}
}
