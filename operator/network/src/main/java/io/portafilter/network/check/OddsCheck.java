package io.portafilter.network.check;

import io.portafilter.crds.setup.CniSpec.Provider;
import io.portafilter.network.observe.NodeView;
import io.portafilter.network.observe.ServiceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** What surprises: clones, gone runtimes, retired networks, policies that nobody reads, load balancers that cost. */
final class OddsCheck {
    private static final int MANY_BALANCERS = 5;
    private static final int RUNTIME_GONE_MINOR = 24;

    private OddsCheck() {}

    static void check(Facts facts, Consumer<Conflict> conflicts) {
        List<NodeView> nodes = facts.seen().nodes();
        clones(nodes, "machine id", NodeView::machineId, conflicts);
        clones(nodes, "address", node -> node.addresses().stream().findFirst().orElse(""), conflicts);
        nodes.stream()
                .filter(OddsCheck::isDockershim)
                .forEach(node -> conflicts.accept(Conflict.of(
                        ConflictKind.RUNTIME_UNSUPPORTED,
                        "Node " + node.name(),
                        "node " + node.name() + " (" + node.kubelet() + ") says that its runtime is " + node.runtime()
                                + "; kubelets speak to Docker up to 1.23 only",
                        "install containerd, or cri-dockerd, and point the kubelet at it")));
        provider(facts, conflicts);
        balancers(facts.seen().services(), conflicts);
    }

    private static void clones(
            List<NodeView> nodes, String what, Function<NodeView, String> value, Consumer<Conflict> conflicts) {
        Map<String, List<String>> byValue = new TreeMap<>();
        nodes.forEach(node -> byValue.computeIfAbsent(value.apply(node), key -> new ArrayList<>())
                .add("Node " + node.name()));
        byValue.forEach((key, names) -> {
            if (!key.isEmpty() && names.size() > 1) {
                conflicts.accept(
                        new Conflict(
                                ConflictKind.NODE_DUPLICATE,
                                names,
                                String.join(" and ", names) + " have the same " + what + ", " + key
                                        + ": one was cloned from the other",
                                "on the clone: rm /etc/machine-id && systemd-machine-id-setup, new MAC addresses, and let it join again"));
            }
        });
    }

    private static boolean isDockershim(NodeView node) {
        return node.runtime().startsWith("docker://")
                && node.kubelet().startsWith("v1.")
                && !node.isOlderThan(RUNTIME_GONE_MINOR);
    }

    private static void provider(Facts facts, Consumer<Conflict> conflicts) {
        if (facts.seen().cni().provider() == Provider.WEAVE) {
            conflicts.accept(Conflict.of(
                    ConflictKind.PROVIDER_RETIRED,
                    facts.seen().cni().evidence().getFirst().toString(),
                    "Weave Net connects the pods, and nobody maintains it: its repository is archived",
                    "plan a move to another network, node by node"));
        }
        int policies = facts.seen().cluster().all("NetworkPolicy").size();
        boolean known = !facts.seen().cni().evidence().isEmpty();
        if (policies > 0 && known && !facts.seen().cni().enforcesPolicies()) {
            conflicts.accept(Conflict.of(
                    ConflictKind.POLICY_NOT_ENFORCED,
                    facts.seen().cni().evidence().getFirst().toString(),
                    "there are " + policies + " NetworkPolicies, and "
                            + facts.seen().cni().provider().word()
                            + " alone enforces none: every pod reaches every pod",
                    "install a policy engine beside it, such as kube-network-policies"));
        }
    }

    private static void balancers(List<ServiceView> services, Consumer<Conflict> conflicts) {
        List<String> balancers = services.stream()
                .filter(service -> service.type().equals("LoadBalancer"))
                .map(service -> "Service " + service.namespace() + "/" + service.name())
                .toList();
        if (balancers.size() >= MANY_BALANCERS) {
            conflicts.accept(new Conflict(
                    ConflictKind.LOAD_BALANCER_COST,
                    balancers,
                    balancers.size() + " Services have a load balancer each, and each is paid for",
                    "put HTTP behind one Ingress; leave load balancers to what speaks something else"));
        }
    }
}
