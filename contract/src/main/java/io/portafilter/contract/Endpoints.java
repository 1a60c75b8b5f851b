package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * Where a cluster's requests can go at this moment; possibly nowhere. An object of its own, so that a pod's readiness touches no
 * route.
 *
 * @param namespace of the Service
 * @param service its name
 * @param port name or number, as in {@link Cluster}
 * @param endpoints sorted, without doubles
 */
public record Endpoints(String namespace, String service, String port, List<Endpoint> endpoints) implements Published {
    /** Copies the list. */
    public Endpoints {
        endpoints = List.copyOf(endpoints);
    }

    /** The key of such endpoints; their name is their cluster's. */
    public static Key key(String namespace, String service, String port) {
        return new Key(Kind.ENDPOINTS, namespace + "/" + service + "/" + port);
    }

    @Override
    @JsonIgnore
    public Key key() {
        return key(namespace, service, port);
    }

    @Override
    @JsonIgnore
    public List<Key> references() {
        return List.of();
    }
}
