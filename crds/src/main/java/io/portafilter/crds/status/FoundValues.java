package io.portafilter.crds.status;

import io.portafilter.crds.schema.Field;
import java.util.List;
import java.util.Optional;

/**
 * Values that several sources name.
 *
 * @param values those that are proposed
 * @param sources who says what; of values that differ each is among the first
 * @param moreSources how many there was no room for
 */
public record FoundValues(
        @Field(value = "The values that are proposed.", maxItems = 17, maxLength = 64)
        List<String> values,

        @Field(value = "Who says what; of values that differ each is among the first.", maxItems = 16)
        List<SourceStatus> sources,

        @Field("How many sources there was no room for.") Optional<Integer> moreSources) {
    /** Copies the lists. */
    public FoundValues {
        values = List.copyOf(values);
        sources = List.copyOf(sources);
    }
}
