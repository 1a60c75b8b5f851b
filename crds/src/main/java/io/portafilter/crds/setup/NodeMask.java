package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;

/**
 * How much of a range each node gets, as the length of its prefix.
 *
 * @param ipv4 for IPv4: 24 leaves a node 254 addresses.
 * @param ipv6 for IPv6.
 */
public record NodeMask(
        @Field(value = "For IPv4: 24 leaves a node 254 addresses.", preset = "24", min = 8, max = 30)
        int ipv4,

        @Field(value = "For IPv6.", preset = "64", min = 48, max = 124)
        int ipv6) {}
