package io.portafilter.network.check;

import io.portafilter.crds.net.Cidr;
import io.portafilter.crds.net.Ip;
import io.portafilter.crds.setup.PodNetwork.Allocation;
import io.portafilter.network.observe.NodeView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Each node's part of the pod range. */
final class NodeRangeCheck {
    private record Part(String node, Cidr range) {}

    private NodeRangeCheck() {}

    static void check(Facts facts, Consumer<Conflict> conflicts) {
        List<Cidr> pods = facts.pods();
        boolean provider = facts.spec().pods().allocation() == Allocation.PROVIDER;
        List<Part> parts = new ArrayList<>();
        for (NodeView node : facts.seen().nodes()) {
            if (node.podRanges().isEmpty() && facts.seen().cni().usesNodeRanges()) {
                conflicts.accept(Conflict.of(
                        ConflictKind.NODE_POD_CIDR_MISSING,
                        "Node " + node.name(),
                        "node " + node.name() + " has no spec.podCIDR, and "
                                + facts.seen().cni().provider().word() + " gives pods their addresses from it",
                        "let kube-controller-manager run with --allocate-node-cidrs=true and a --cluster-cidr with room, or set"
                                + " spec.pods.allocation: Operator"));
            }
            for (Cidr range : Facts.ranges(node.podRanges())) {
                parts.add(new Part(node.name(), range));
                if (!provider && !pods.isEmpty() && pods.stream().noneMatch(all -> all.contains(range))) {
                    conflicts.accept(Conflict.of(
                            ConflictKind.NODE_POD_CIDR_OUTSIDE,
                            "Node " + node.name(),
                            "node " + node.name() + " has the range " + range + ", which lies in none of " + pods,
                            "drain the node, delete it and let it join again: spec.podCIDR cannot be changed"));
                }
            }
        }
        duplicates(parts, conflicts);
    }

    /** Sorted by their first address, ranges that share addresses stand behind one that reaches as far. */
    private static void duplicates(List<Part> parts, Consumer<Conflict> conflicts) {
        parts.sort(Comparator.comparing(Part::range).thenComparing(Part::node));
        for (int i = 0; i < parts.size(); i++) {
            Part one = parts.get(i);
            Ip last = one.range.last();
            for (int j = i + 1; j < parts.size() && parts.get(j).range.ip().compareTo(last) <= 0; j++) {
                Part other = parts.get(j);
                if (one.range.family() == other.range.family() && !one.node.equals(other.node)) {
                    conflicts.accept(new Conflict(
                            ConflictKind.NODE_POD_CIDR_DUPLICATE,
                            List.of("Node " + one.node, "Node " + other.node),
                            "nodes " + one.node + " (" + one.range + ") and " + other.node + " (" + other.range
                                    + ") share addresses: two pods will have the same one",
                            "drain one of them, delete it and let it join again"));
                }
            }
        }
    }
}
