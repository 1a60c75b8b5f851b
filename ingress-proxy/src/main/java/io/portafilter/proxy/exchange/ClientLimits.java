package io.portafilter.proxy.exchange;

import io.portafilter.contract.ClientConnection;

/**
 * What a client's connection may do (behaviour §5), ready for the data path.
 *
 * @param keepAliveSeconds how long an idle connection stays open; 0 closes after each answer
 * @param keepAliveRequests requests on one connection
 * @param headerSeconds for a head to arrive
 * @param bodySeconds between two reads of a body
 */
public record ClientLimits(int keepAliveSeconds, int keepAliveRequests, int headerSeconds, int bodySeconds) {
    /** The values of ingress-nginx. */
    public static final ClientLimits DEFAULT = new ClientLimits(75, 1000, 60, 60);

    /** Without the origins. */
    public static ClientLimits of(ClientConnection settings) {
        return new ClientLimits(
                settings.keepAlive().value(),
                settings.keepAliveRequests().value(),
                settings.headerTimeout().value(),
                settings.bodyTimeout().value());
    }
}
