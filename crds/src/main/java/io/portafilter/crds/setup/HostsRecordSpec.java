package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import java.util.List;

/**
 * An address and its names.
 *
 * @param ip IPv4 or IPv6.
 * @param names its names; none may lie in a domain of the cluster.
 */
public record HostsRecordSpec(
        @Field(value = "IPv4 or IPv6.", maxLength = 39) String ip,

        @Field(
                value = "Its names; none may lie in a domain of the cluster.",
                required = true,
                minItems = 1,
                maxItems = 16)
        List<String> names) {
    /** Copies the lists. */
    public HostsRecordSpec {
        names = List.copyOf(names);
    }
}
