package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;

/**
 * What Weave Net's DaemonSet says.
 *
 * @param range its own range, IPALLOC_RANGE.
 */
public record WeaveSpec(
        @Field(value = "Its own range, IPALLOC_RANGE.", preset = "10.32.0.0/12", maxLength = 43)
        String range) {}
