package io.portafilter.controller.admin;

import java.net.InetSocketAddress;

/**
 * Where the admin port is.
 *
 * @param address {@code --healthz-host} and {@code --healthz-port}; port 0 takes a free one
 * @param healthPath {@code --health-check-path}: whether the operator is ready
 * @param metrics {@code --enable-metrics}
 */
public record AdminOptions(InetSocketAddress address, String healthPath, boolean metrics) {
    /**
     * Checks the path.
     *
     * @throws IllegalArgumentException if it is none; the message says so
     */
    public AdminOptions {
        if (!healthPath.startsWith("/")) {
            throw new IllegalArgumentException(
                    "--health-check-path: \"" + healthPath + "\" does not begin with a slash");
        }
    }
}
