package io.portafilter.proxy.exchange;

import java.util.function.Supplier;

/**
 * Where requests arrive, as exchanges see it.
 *
 * @param name the published listener's name
 * @param tls whether connections are encrypted; then the scheme is https
 * @param port what X-Forwarded-Port says: 443 for TLS, whatever port is really bound (behaviour §4.1)
 * @param router the routing table of the moment
 * @param limits the limits of the moment; asked once for each request
 */
public record ListenerContext(String name, boolean tls, int port, Router router, Supplier<ClientLimits> limits) {
    /** {@code http} or {@code https}. */
    public String scheme() {
        return tls ? "https" : "http";
    }
}
