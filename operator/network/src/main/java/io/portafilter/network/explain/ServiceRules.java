package io.portafilter.network.explain;

import io.portafilter.network.kubeproxy.ChainNames;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.observe.ServiceView;
import io.portafilter.network.observe.ServiceView.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What kube-proxy makes of a Service on every node.
 *
 * @param service the Service
 * @param mode of kube-proxy; empty where it is not known
 * @param rules one for each port: its addresses, and what is found under which name
 */
public record ServiceRules(ServiceView service, Optional<String> mode, List<String> rules) {
    /** Copies the list. */
    public ServiceRules {
        rules = List.copyOf(rules);
    }

    /** Nothing where there is no such Service. */
    public static Optional<ServiceRules> of(Observation seen, String namespace, String name) {
        return seen.services().stream()
                .filter(service ->
                        service.namespace().equals(namespace) && service.name().equals(name))
                .findFirst()
                .map(service -> new ServiceRules(
                        service,
                        seen.proxy().effectiveMode(),
                        rules(service, seen.proxy().effectiveMode().orElse(""))));
    }

    private static List<String> rules(ServiceView service, String mode) {
        List<String> rules = new ArrayList<>();
        for (ServicePort port : service.ports()) {
            String addresses = String.join(", ", service.addresses()) + " " + port.protocol() + " " + port.port()
                    + (port.nodePort() == 0 ? "" : ", every node's " + port.protocol() + " " + port.nodePort());
            String chain = ChainNames.service(service.namespace(), service.name(), port.name(), port.protocol());
            rules.add(
                    switch (mode) {
                        case "iptables" ->
                            addresses + ": iptables -t nat -L " + chain
                                    + (port.nodePort() == 0
                                            ? ""
                                            : ", and from outside "
                                                    + ChainNames.external(
                                                            service.namespace(),
                                                            service.name(),
                                                            port.name(),
                                                            port.protocol()));
                        case "nftables" -> addresses + ": nft list map ip kube-proxy service-ips";
                        case "ipvs" ->
                            addresses + ": ipvsadm -Ln -t "
                                    + service.addresses().stream().findFirst().orElse("") + ":" + port.port();
                        default -> addresses + ": no kube-proxy that we know; the network provider answers";
                    });
        }
        return rules;
    }
}
