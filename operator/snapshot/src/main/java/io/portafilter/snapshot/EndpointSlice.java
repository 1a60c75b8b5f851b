package io.portafilter.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * A discovery.k8s.io/v1 EndpointSlice.
 *
 * @param meta metadata; the label {@code kubernetes.io/service-name} names the Service
 * @param addressType {@code IPv4}, {@code IPv6} or {@code FQDN}
 * @param endpoints its endpoints
 * @param ports its ports
 */
public record EndpointSlice(Meta meta, String addressType, List<Endpoint> endpoints, List<Port> ports)
        implements KubeObject {
    /** The label that names the Service. */
    public static final String SERVICE_NAME = "kubernetes.io/service-name";

    /** Copies the lists. */
    public EndpointSlice {
        endpoints = List.copyOf(endpoints);
        ports = List.copyOf(ports);
    }

    @Override
    public Kind kind() {
        return Kind.ENDPOINT_SLICE;
    }

    /** The Service that it belongs to, if its label says so. */
    public Optional<Name> service() {
        return Optional.ofNullable(meta.labels().get(SERVICE_NAME))
                .map(service -> new Name(meta.name().namespace(), service));
    }

    /**
     * {@code endpoints[]}.
     *
     * @param addresses at least one
     * @param ready {@code conditions.ready}; absent counts as ready
     */
    public record Endpoint(List<String> addresses, Optional<Boolean> ready) {
        /** Copies the list. */
        public Endpoint {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * {@code ports[]}.
     *
     * @param name empty if the port has none
     * @param protocol {@code TCP} if the source does not say
     * @param port absent means every port
     */
    public record Port(String name, String protocol, Optional<Integer> port) {}
}
