package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;

/**
 * Answers past their time.
 *
 * @param seconds for how long.
 * @param verify whether the servers are asked first.
 */
public record ServeStale(
        @Field(value = "For how long.", preset = "3600", min = 1, max = 86400)
        int seconds,

        @Field(value = "Whether the servers are asked first.", preset = "false")
        boolean verify) {}
