package io.portafilter.controller.status;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The addresses of nodes, as ingress-nginx chooses them. */
final class NodeAddresses {
    private NodeAddresses() {}

    /** The names of nodes on which one of these pods is ready and stays. */
    static NavigableSet<String> nodes(Collection<Pod> pods) {
        NavigableSet<String> names = new TreeSet<>();
        pods.stream()
                .filter(NodeAddresses::isServing)
                .flatMap(pod -> Optional.ofNullable(pod.getSpec()).map(PodSpec::getNodeName).stream())
                .forEach(names::add);
        return names;
    }

    private static boolean isServing(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() == null
                && pod.getStatus() != null
                && "Running".equals(pod.getStatus().getPhase())
                && pod.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Ready".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }

    /** The external address if wanted and there, else the internal one. */
    static Optional<Address> of(Node node, boolean internal) {
        List<NodeAddress> all = Optional.ofNullable(node.getStatus())
                .map(NodeStatus::getAddresses)
                .orElse(List.of());
        Optional<Address> inside = first(all, "InternalIP");
        return internal ? inside : first(all, "ExternalIP").or(() -> inside);
    }

    private static Optional<Address> first(List<NodeAddress> all, String type) {
        return all.stream()
                .filter(address -> type.equals(address.getType()))
                .flatMap(address -> Address.of(address.getAddress()).stream())
                .findFirst();
    }
}
