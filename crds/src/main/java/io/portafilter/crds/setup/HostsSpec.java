package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import java.util.List;

/**
 * Names with fixed addresses.
 *
 * @param ttlSeconds how long clients keep them; 0 leaves it to CoreDNS, which takes 3600.
 * @param records one entry for each address.
 */
public record HostsSpec(
        @Field(
                value = "How long clients keep them; 0 leaves it to CoreDNS, which takes 3600.",
                preset = "60",
                min = 0,
                max = 65535)
        int ttlSeconds,

        @Field(value = "One entry for each address.", maxItems = 500)
        List<HostsRecordSpec> records) {
    /** Copies the lists. */
    public HostsSpec {
        records = List.copyOf(records);
    }
}
