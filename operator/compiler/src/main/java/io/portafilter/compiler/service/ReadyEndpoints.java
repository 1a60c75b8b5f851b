package io.portafilter.compiler.service;

import io.portafilter.compiler.incremental.Lookup;
import io.portafilter.compiler.ingress.ServicePorts;
import io.portafilter.contract.Endpoint;
import io.portafilter.snapshot.EndpointSlice;
import io.portafilter.snapshot.Endpoints;
import io.portafilter.snapshot.Index;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Joins a Service's port with its EndpointSlices, or with its Endpoints object where it has no slices: a cluster's mirroring controller
 * would make slices of that, a folder has no such controller.
 */
final class ReadyEndpoints {
    private static final String TCP = "TCP";

    private ReadyEndpoints() {}

    static Collection<Endpoint> of(Service service, Service.Port port, Lookup lookup) {
        List<EndpointSlice> slices =
                lookup.find(Index.SLICES_BY_SERVICE, service.meta().name().toString());
        List<Endpoint> endpoints = new ArrayList<>();
        if (slices.isEmpty()) {
            lookup.object(Endpoints.class, Kind.ENDPOINTS, service.meta().name()).stream()
                    .flatMap(old -> old.subsets().stream())
                    .forEach(subset -> add(endpoints, subset.addresses(), subset.ports(), port));
        }
        for (EndpointSlice slice : slices) {
            if (slice.addressType().equals("FQDN")) {
                continue;
            }
            slice.endpoints().stream()
                    .filter(endpoint -> endpoint.ready().orElse(true))
                    .forEach(endpoint -> add(endpoints, endpoint.addresses(), slice.ports(), port));
        }
        return endpoints;
    }

    private static void add(
            List<Endpoint> endpoints, List<String> addresses, List<EndpointSlice.Port> ports, Service.Port port) {
        for (int number : numbers(ports, port)) {
            addresses.forEach(address -> endpoints.add(new Endpoint(address, number)));
        }
    }

    /** The slice's ports of the Service port's name, or all where it has none; else the target port if that is a number. */
    private static List<Integer> numbers(List<EndpointSlice.Port> ports, Service.Port port) {
        List<Integer> named = ports.stream()
                .filter(candidate -> candidate.protocol().equals(TCP))
                .filter(candidate -> port.name().isEmpty() || port.name().equals(candidate.name()))
                .flatMap(candidate -> candidate.port().or(() -> ServicePorts.targetNumber(port)).stream())
                .toList();
        return named.isEmpty() ? ServicePorts.targetNumber(port).stream().toList() : named;
    }
}
