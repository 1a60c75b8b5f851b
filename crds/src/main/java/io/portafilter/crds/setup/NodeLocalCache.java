package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;

/**
 * A cache on every node.
 *
 * @param address the address that it listens on, such as 169.254.20.10.
 */
public record NodeLocalCache(
        @Field(value = "The address that it listens on, such as 169.254.20.10.", maxLength = 39)
        String address) {}
