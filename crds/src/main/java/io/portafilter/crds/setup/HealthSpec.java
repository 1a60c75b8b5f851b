package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;

/**
 * How CoreDNS says that it lives.
 *
 * @param enabled whether it does.
 * @param port where; 0 leaves it to CoreDNS, which takes 8080.
 * @param lameduckSeconds how long the process goes on after it was told to stop; 0 is not at all.
 */
public record HealthSpec(
        @Field(value = "Whether it does.", preset = "true") boolean enabled,

        @Field(value = "Where; 0 leaves it to CoreDNS, which takes 8080.", preset = "0", min = 0, max = 65535)
        int port,

        @Field(
                value = "How long the process goes on after it was told to stop; 0 is not at all.",
                preset = "5",
                min = 0,
                max = 600)
        int lameduckSeconds) {}
