package io.portafilter.proxy.exchange;

import io.portafilter.proxy.upstream.EndpointState;

/** Finds connections to endpoints, pooled or new, on one event loop. */
@FunctionalInterface
public interface Connector {
    /**
     * Asks for a connection; {@link UpstreamListener#connected} or {@link UpstreamListener#failed} follows, maybe at once.
     *
     * @param timeoutNanos for a new connection's handshake
     */
    void connect(EndpointState endpoint, long timeoutNanos, UpstreamListener listener);
}
