package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;

/**
 * A bridge on every node.
 *
 * @param name the bridge; at most 15 characters, as the kernel has it.
 * @param hairpin whether a pod reaches itself through its Service.
 * @param promiscuous whether the bridge takes every packet; not together with hairpin.
 */
public record BridgeSpec(
        @Field(value = "The bridge; at most 15 characters, as the kernel has it.", preset = "cni0", maxLength = 63)
        String name,

        @Field(value = "Whether a pod reaches itself through its Service.", preset = "true")
        boolean hairpin,

        @Field(value = "Whether the bridge takes every packet; not together with hairpin.", preset = "false")
        boolean promiscuous) {}
