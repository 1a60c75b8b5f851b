package io.portafilter.controller.status;

import io.fabric8.kubernetes.api.model.LoadBalancerStatus;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.ServiceStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The addresses of a Service, by its type (behaviour §13). */
final class ServiceAddresses {
    private ServiceAddresses() {}

    static List<Address> of(Service service) {
        ServiceSpec spec = service.getSpec();
        Stream<Optional<Address>> found =
                switch (Optional.ofNullable(spec.getType()).orElse("ClusterIP")) {
                    case "LoadBalancer" -> Stream.concat(balancer(service), externalIps(spec));
                    case "NodePort" -> externals(spec).isEmpty() ? clusterIp(spec) : externalIps(spec);
                    case "ExternalName" -> text(spec.getExternalName());
                    default -> clusterIp(spec);
                };
        return Address.sorted(found.flatMap(Optional::stream).toList());
    }

    private static Stream<Optional<Address>> balancer(Service service) {
        return Optional.ofNullable(service.getStatus())
                .map(ServiceStatus::getLoadBalancer)
                .map(LoadBalancerStatus::getIngress)
                .orElse(List.of())
                .stream()
                .map(entry -> Optional.of(new Address(
                                Optional.ofNullable(entry.getIp()).orElse(""),
                                Optional.ofNullable(entry.getHostname()).orElse("")))
                        .filter(address -> !address.equals(new Address("", ""))));
    }

    private static Stream<Optional<Address>> externalIps(ServiceSpec spec) {
        return externals(spec).stream().map(Address::of);
    }

    private static List<String> externals(ServiceSpec spec) {
        return Optional.ofNullable(spec.getExternalIPs()).orElse(List.of());
    }

    private static Stream<Optional<Address>> clusterIp(ServiceSpec spec) {
        return text(spec.getClusterIP());
    }

    private static Stream<Optional<Address>> text(String text) {
        return Stream.of(Optional.ofNullable(text).flatMap(Address::of));
    }
}
