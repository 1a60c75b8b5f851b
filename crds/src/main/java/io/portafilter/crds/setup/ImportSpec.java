package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import java.util.List;

/**
 * Files that others own.
 *
 * @param overrides plugins for the main block, such as /etc/coredns/custom/*.override.
 * @param beforeForward whether their forwards come before ours.
 * @param servers server blocks, such as /etc/coredns/custom/*.server.
 */
public record ImportSpec(
        @Field("Plugins for the main block, such as /etc/coredns/custom/*.override.")
        List<String> overrides,

        @Field(value = "Whether their forwards come before ours.", preset = "false")
        boolean beforeForward,

        @Field("Server blocks, such as /etc/coredns/custom/*.server.")
        List<String> servers) {
    /** Copies the lists. */
    public ImportSpec {
        overrides = List.copyOf(overrides);
        servers = List.copyOf(servers);
    }
}
