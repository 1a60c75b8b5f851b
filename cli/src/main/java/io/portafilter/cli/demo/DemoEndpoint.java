package io.portafilter.cli.demo;

import io.portafilter.snapshot.EndpointSlice;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Snapshot;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An endpoint on loopback that a slice names.
 *
 * @param service whose endpoint it is
 * @param slice the slice that names it
 * @param address as the slice writes it
 * @param port of the slice
 */
record DemoEndpoint(Name service, Name slice, String address, int port) {
    /** The endpoints on loopback of all slices, by address; of several slices that name one the first by name counts. */
    static Map<InetSocketAddress, DemoEndpoint> of(Snapshot snapshot) {
        Map<InetSocketAddress, DemoEndpoint> endpoints =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        snapshot.all()
                .filter(object -> object.kind() == Kind.ENDPOINT_SLICE)
                .sorted((a, b) -> a.ref().compareTo(b.ref()))
                .flatMap(DemoEndpoint::of)
                .forEach(endpoint -> endpoint.loopback().ifPresent(socket -> endpoints.putIfAbsent(socket, endpoint)));
        return endpoints;
    }

    private static Stream<DemoEndpoint> of(KubeObject object) {
        return object instanceof EndpointSlice slice
                ? slice.service().stream().flatMap(service -> of(slice, service))
                : Stream.empty();
    }

    private static Stream<DemoEndpoint> of(EndpointSlice slice, Name service) {
        return slice.endpoints().stream()
                .flatMap(endpoint -> endpoint.addresses().stream())
                .flatMap(address -> slice.ports().stream()
                        .flatMap(port -> port.port().stream())
                        .map(port -> new DemoEndpoint(service, slice.meta().name(), address, port)));
    }

    private Optional<InetSocketAddress> loopback() {
        try {
            InetAddress literal = InetAddress.ofLiteral(address);
            return literal.isLoopbackAddress() ? Optional.of(new InetSocketAddress(literal, port)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a DNS name; the demo plays no foreign servers
        }
    }
}
