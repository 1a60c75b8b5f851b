package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import java.util.List;

/**
 * A further range of Services.
 *
 * @param name the name of the ServiceCIDR object; not kubernetes, which is the API server's own.
 * @param cidrs one range for each family.
 */
public record AdditionalRange(
        @Field(
                value = "The name of the ServiceCIDR object; not kubernetes, which is the API server's own.",
                maxLength = 63,
                pattern = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
        String name,

        @Field(value = "One range for each family.", required = true, minItems = 1, maxItems = 2, maxLength = 43)
        List<String> cidrs) {
    /** Copies the lists. */
    public AdditionalRange {
        cidrs = List.copyOf(cidrs);
    }
}
