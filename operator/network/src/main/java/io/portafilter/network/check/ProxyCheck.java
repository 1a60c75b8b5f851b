package io.portafilter.network.check;

import io.portafilter.network.observe.Observation;
import io.portafilter.network.observe.ProxyView;
import io.portafilter.network.observe.Reading;
import io.portafilter.network.observe.ServiceView;
import io.portafilter.network.observe.Topic;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** kube-proxy's mode, and the ports of NodePorts. */
final class ProxyCheck {
    private static final Set<String> MODES = Set.of("iptables", "nftables", "ipvs");
    private static final String USUAL_PORTS = "30000-32767";

    private ProxyCheck() {}

    static void check(Facts facts, Consumer<Conflict> conflicts) {
        ProxyView proxy = facts.seen().proxy();
        String object =
                proxy.configMap().or(proxy::workload).map(Object::toString).orElse("kube-proxy");
        proxy.effectiveMode().ifPresent(mode -> mode(object, mode, conflicts));
        if (proxy.mode().isPresent()
                && !proxy.loggedMode().stream().allMatch(proxy.effectiveMode().orElse("")::equals)) {
            conflicts.accept(Conflict.of(
                    ConflictKind.PROXY_MODE_MISMATCH,
                    object,
                    "kube-proxy is told to be " + proxy.effectiveMode().orElse("") + ", and its log says "
                            + proxy.loggedMode().orElse(""),
                    "restart it: kubectl -n kube-system rollout restart daemonset kube-proxy"));
        }
        nodePorts(facts.seen(), conflicts);
    }

    private static void mode(String object, String mode, Consumer<Conflict> conflicts) {
        if (mode.equals("ipvs")) {
            conflicts.accept(Conflict.of(
                    ConflictKind.PROXY_MODE_DEPRECATED,
                    object,
                    "kube-proxy runs in the mode ipvs, which Kubernetes 1.35 deprecated",
                    "set spec.kubeProxy.mode: NFTables (Kubernetes 1.31, kernel 5.13), or IPTables"));
        } else if (!MODES.contains(mode)) {
            conflicts.accept(Conflict.of(
                    ConflictKind.PROXY_MODE_UNSUPPORTED,
                    object,
                    "kube-proxy is told to be \"" + mode + "\", which "
                            + (mode.equals("userspace") ? "Kubernetes 1.26 removed" : "no version knows"),
                    "set spec.kubeProxy.mode: IPTables or NFTables"));
        }
    }

    private static void nodePorts(Observation seen, Consumer<Conflict> conflicts) {
        String range = seen.about(Topic.NODE_PORTS).stream()
                .map(Reading::value)
                .findFirst()
                .orElse(USUAL_PORTS);
        if (!range.matches("[0-9]{1,5}-[0-9]{1,5}")) {
            return;
        }
        int dash = range.indexOf('-');
        int first = Integer.parseInt(range.substring(0, dash));
        int last = Integer.parseInt(range.substring(dash + 1));
        for (ServiceView service : seen.services()) {
            List<Integer> outside = service.ports().stream()
                    .map(ServiceView.ServicePort::nodePort)
                    .filter(port -> port != 0 && (port < first || port > last))
                    .toList();
            if (!outside.isEmpty()) {
                conflicts.accept(Conflict.of(
                        ConflictKind.NODE_PORT_OUTSIDE,
                        "Service " + service.namespace() + "/" + service.name(),
                        "Service " + service.namespace() + "/" + service.name() + " has the node ports " + outside
                                + " outside of " + range + "; firewalls that know the range block them",
                        "delete the nodePort so that a new one is given, or open it on the nodes"));
            }
        }
    }
}
