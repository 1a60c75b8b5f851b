package io.portafilter.network.check;

import io.portafilter.crds.net.Cidr;
import io.portafilter.crds.net.Ip;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.Tree;
import java.util.List;
import java.util.Map;

/**
 * A NetworkPolicy, as far as one can say for certain what it does without asking which pods there are.
 *
 * @param namespace where it lies
 * @param name its name
 * @param spec all it says
 */
record Policy(String namespace, String name, Tree spec) {
    private static final String DNS_PORT = "53";

    static Policy of(ClusterObject object) {
        return new Policy(object.id().namespace(), object.name(), object.tree().at("spec"));
    }

    /** Whether the pods that it selects reach only what some policy allows. */
    boolean isolatesEgress() {
        List<String> types = spec.texts("policyTypes");
        return types.isEmpty() ? spec.has("egress") : types.contains("Egress");
    }

    /** Whether the pods that it selects are reached only by what some policy allows. */
    boolean isolatesIngress() {
        List<String> types = spec.texts("policyTypes");
        return types.isEmpty() || types.contains("Ingress");
    }

    /** Whether it selects every pod of its namespace. */
    boolean isForAllPods() {
        return spec.textMap("podSelector", "matchLabels").isEmpty()
                && spec.items("podSelector", "matchExpressions").isEmpty();
    }

    /** Whether any rule of it could let somebody in. */
    boolean mayAdmit() {
        return !spec.items("ingress").isEmpty();
    }

    /** Whether any rule of it could let queries out to the DNS. */
    boolean mayReachDns(List<String> addresses) {
        return spec.items("egress").stream().anyMatch(rule -> mayBePort(rule) && mayBePeer(rule, addresses));
    }

    /** A named port may be any; a range reaches up to its end. */
    private static boolean mayBePort(Tree rule) {
        List<Tree> ports = rule.items("ports");
        return ports.isEmpty()
                || ports.stream().anyMatch(port -> {
                    String number = port.text("port").orElse(DNS_PORT);
                    boolean named = !number.matches("[0-9]{1,5}");
                    boolean inRange = !named
                            && port.number("endPort")
                                    .filter(end -> Integer.parseInt(number) <= 53 && end >= 53)
                                    .isPresent();
                    // policies see the pod's port, and OpenShift's DNS listens on 5353
                    return named || inRange || number.equals(DNS_PORT) || number.equals("5353");
                });
    }

    /** Another namespace's pods need a selector of namespaces, or their addresses. */
    private static boolean mayBePeer(Tree rule, List<String> addresses) {
        List<Tree> peers = rule.items("to");
        return peers.isEmpty()
                || peers.stream()
                        .anyMatch(peer -> peer.has("ipBlock")
                                ? mayHold(peer.textOrEmpty("ipBlock", "cidr"), addresses)
                                : peer.value() instanceof Map<?, ?> map && map.containsKey("namespaceSelector"));
    }

    /** Pods' own addresses are not known here, so any block but one that holds none of the DNS's own may do; those are judged. */
    private static boolean mayHold(String block, List<String> addresses) {
        return Cidr.parse(block).stream()
                .anyMatch(range -> range.prefix() < range.ip().bits()
                        || addresses.stream()
                                .flatMap(address -> Ip.parse(address).stream())
                                .anyMatch(range::contains));
    }
}
