package io.portafilter.crds.status;

import io.portafilter.crds.schema.Field;
import java.util.List;

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

        @Field(value = "The objects where it shows.", maxItems = 17, maxLength = 512)
        List<String> objects,

        @Field(value = "What is wrong, with the values.", maxLength = 2048)
        String message,

        @Field(value = "What helps.", maxLength = 2048) String fix) {
    /** Copies the list. */
    public ConflictStatus {
        objects = List.copyOf(objects);
    }
}
