package io.portafilter.network.corefile.settings;

import java.util.List;

/**
 * Files that others own.
 *
 * @param overrides plugins for the main block, such as /etc/coredns/custom/*.override
 * @param beforeForward whether their forwards come before ours, as in k3s, or after, as in AKS
 * @param servers server blocks, such as /etc/coredns/custom/*.server
 */
public record ImportSettings(List<String> overrides, boolean beforeForward, List<String> servers) {
    /** Copies the lists. */
    public ImportSettings {
        overrides = List.copyOf(overrides);
        servers = List.copyOf(servers);
    }

    /** Nothing. */
    public static ImportSettings none() {
        return new ImportSettings(List.of(), false, List.of());
    }
}
