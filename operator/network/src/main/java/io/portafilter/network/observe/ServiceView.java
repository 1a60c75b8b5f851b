package io.portafilter.network.observe;

import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * A Service.
 *
 * @param namespace where it lies
 * @param name its name
 * @param type ClusterIP, NodePort, LoadBalancer or ExternalName
 * @param addresses its cluster addresses
 * @param ports what it listens on
 */
public record ServiceView(String namespace, String name, String type, List<String> addresses, List<ServicePort> ports) {
    /**
     * A port.
     *
     * @param name may be empty
     * @param protocol TCP, UDP or SCTP
     * @param port of the Service
     * @param nodePort 0 where there is none
     */
    public record ServicePort(String name, String protocol, int port, int nodePort) {}

    /** Copies the lists. */
    public ServiceView {
        addresses = List.copyOf(addresses);
        ports = List.copyOf(ports);
    }

    static ServiceView of(ClusterObject service) {
        Tree spec = service.tree().at("spec");
        List<String> addresses = new ArrayList<>(spec.texts("clusterIPs"));
        if (addresses.isEmpty()) {
            spec.text("clusterIP").ifPresent(addresses::add);
        }
        addresses.remove("None");
        return new ServiceView(
                service.id().namespace(),
                service.name(),
                spec.text("type").orElse("ClusterIP"),
                addresses,
                spec.items("ports").stream()
                        .map(port -> new ServicePort(
                                port.textOrEmpty("name"),
                                port.text("protocol").orElse("TCP"),
                                port.number("port").orElse(0),
                                port.number("nodePort").orElse(0)))
                        .toList());
    }
}
