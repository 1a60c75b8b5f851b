package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;

/**
 * What calico-config says.
 *
 * @param managePools whether IPPool objects are compared with pods.cidrs and planned.
 */
public record CalicoSpec(
        @Field(value = "Whether IPPool objects are compared with pods.cidrs and planned.", preset = "false")
        boolean managePools) {}
