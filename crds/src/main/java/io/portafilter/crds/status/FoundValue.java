package io.portafilter.crds.status;

import io.portafilter.crds.schema.Field;
import java.util.List;
import java.util.Optional;

/**
 * A value that several sources name.
 *
 * @param value the one that is proposed; nothing where no source names one
 * @param sources who says what; of values that differ each is among the first
 * @param moreSources how many there was no room for
 */
public record FoundValue(
        @Field("The value that is proposed; nothing where no source names one.")
        Optional<String> value,

        @Field(value = "Who says what; of values that differ each is among the first.", maxItems = 16)
        List<SourceStatus> sources,

        @Field("How many sources there was no room for.") Optional<Integer> moreSources) {
    /** Copies the list. */
    public FoundValue {
        sources = List.copyOf(sources);
    }
}
