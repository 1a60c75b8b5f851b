package io.portafilter.proxy.config;

import io.portafilter.proxy.exchange.ClientLimits;
import io.portafilter.proxy.exchange.RouteEntry;
import io.portafilter.proxy.routing.RoutingTable;
import io.portafilter.proxy.tls.SniTable;
import java.util.Map;

/**
 * Everything that event loops read, published whole.
 *
 * @param listeners what they serve, by their names
 * @param certificates of those with TLS, by their names
 */
record Configuration(Map<String, ServedSet> listeners, Map<String, SniTable> certificates) {
    static final Configuration EMPTY = new Configuration(Map.of(), Map.of());

    Configuration {
        listeners = Map.copyOf(listeners);
        certificates = Map.copyOf(certificates);
    }

    /**
     * What the listeners of one set share.
     *
     * @param routes the routing table
     * @param limits of clients' connections
     */
    record ServedSet(RoutingTable<RouteEntry> routes, ClientLimits limits) {}
}
