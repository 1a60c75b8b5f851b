package io.portafilter.controller.watch;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.portafilter.snapshot.EndpointSlice;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Service;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reduces Services and their EndpointSlices. */
final class ServiceConverter {
    private static final String TCP = "TCP";
    private static final String HEADLESS = "None";

    private ServiceConverter() {}

    static Service convert(io.fabric8.kubernetes.api.model.Service service) {
        Meta meta = MetaConverter.convert(service.getMetadata());
        ServiceSpec spec = service.getSpec();
        if (spec == null) {
            return new Service(meta, Service.Type.CLUSTER_IP, List.of(), Optional.empty(), List.of());
        }
        return new Service(
                meta,
                type(spec.getType()),
                clusterIps(spec),
                MetaConverter.some(spec.getExternalName()),
                MetaConverter.list(spec.getPorts()).stream()
                        .map(ServiceConverter::port)
                        .toList());
    }

    private static Service.Type type(@Nullable String type) {
        return switch (MetaConverter.text(type)) {
            case "NodePort" -> Service.Type.NODE_PORT;
            case "LoadBalancer" -> Service.Type.LOAD_BALANCER;
            case "ExternalName" -> Service.Type.EXTERNAL_NAME;
            default -> Service.Type.CLUSTER_IP;
        };
    }

    private static List<String> clusterIps(ServiceSpec spec) {
        List<String> several = MetaConverter.list(spec.getClusterIPs());
        List<String> all = several.isEmpty()
                ? MetaConverter.some(spec.getClusterIP()).stream().toList()
                : several;
        return all.stream().filter(ip -> !ip.isEmpty() && !ip.equals(HEADLESS)).toList();
    }

    private static Service.Port port(ServicePort port) {
        return new Service.Port(
                MetaConverter.text(port.getName()),
                MetaConverter.some(port.getProtocol()).orElse(TCP),
                port.getPort(),
                target(port.getTargetPort()));
    }

    private static Optional<Service.TargetPort> target(@Nullable IntOrString target) {
        if (target == null) {
            return Optional.empty();
        }
        String name = target.getStrVal();
        return Optional.of(name == null ? new Service.TargetNumber(target.getIntVal()) : new Service.TargetName(name));
    }

    static EndpointSlice convert(io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice slice) {
        return new EndpointSlice(
                MetaConverter.convert(slice.getMetadata()),
                MetaConverter.text(slice.getAddressType()),
                MetaConverter.list(slice.getEndpoints()).stream()
                        .map(ServiceConverter::endpoint)
                        .toList(),
                MetaConverter.list(slice.getPorts()).stream()
                        .map(ServiceConverter::port)
                        .toList());
    }

    private static EndpointSlice.Endpoint endpoint(Endpoint endpoint) {
        return new EndpointSlice.Endpoint(
                MetaConverter.list(endpoint.getAddresses()),
                Optional.ofNullable(endpoint.getConditions()).map(conditions -> conditions.getReady()));
    }

    private static EndpointSlice.Port port(EndpointPort port) {
        return new EndpointSlice.Port(
                MetaConverter.text(port.getName()),
                MetaConverter.some(port.getProtocol()).orElse(TCP),
                Optional.ofNullable(port.getPort()));
    }
}
