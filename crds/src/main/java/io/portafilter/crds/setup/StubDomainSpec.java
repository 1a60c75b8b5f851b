package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import java.util.List;

/**
 * A domain that other servers answer for.
 *
 * @param name what people call it.
 * @param zones its zones; none may touch a domain of the cluster.
 * @param upstreams who answers.
 * @param cacheSeconds how long answers are kept; 0 is not at all.
 * @param errors whether errors are logged.
 */
public record StubDomainSpec(
        @Field(value = "What people call it.", maxLength = 253)
        String name,

        @Field(
                value = "Its zones; none may touch a domain of the cluster.",
                required = true,
                minItems = 1,
                maxItems = 8)
        List<String> zones,

        @Field("Who answers.") StubUpstreams upstreams,

        @Field(value = "How long answers are kept; 0 is not at all.", preset = "30", min = 0, max = 86400)
        int cacheSeconds,

        @Field(value = "Whether errors are logged.", preset = "true")
        boolean errors) {
    /** Copies the lists. */
    public StubDomainSpec {
        zones = List.copyOf(zones);
    }
}
