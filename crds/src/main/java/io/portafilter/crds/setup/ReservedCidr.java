package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;

/**
 * A network around the cluster.
 *
 * @param name what people call it.
 * @param cidr its range, such as 192.168.0.0/24.
 */
public record ReservedCidr(
        @Field(value = "What people call it.", maxLength = 63)
        String name,

        @Field(value = "Its range, such as 192.168.0.0/24.", maxLength = 43)
        String cidr) {}
