package io.portafilter.network.check;

import io.portafilter.crds.net.Cidr;
import io.portafilter.crds.setup.PodNetwork.Allocation;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How much room is left. */
final class CapacityCheck {
    private static final int FULL_PERCENT = 80;
    private static final int FULL_NODE_PERCENT = 85;

    private CapacityCheck() {}

    static void check(Facts facts, Consumer<Conflict> conflicts) {
        services(facts, conflicts);
        if (facts.spec().pods().allocation() != Allocation.PROVIDER) {
            nodes(facts, conflicts);
        }
        podsOfNodes(facts, conflicts);
    }

    private static void services(Facts facts, Consumer<Conflict> conflicts) {
        for (int family : new int[] {4, 6}) {
            List<Cidr> own = Room.serviceRanges(facts.spec(), family);
            BigInteger room = Room.services(own);
            long used = Room.usedServices(facts.seen(), own);
            if (!own.isEmpty() && isNearly(used, room, FULL_PERCENT)) {
                conflicts.accept(
                        Conflict.of(
                                ConflictKind.SERVICE_RANGE_NEARLY_FULL,
                                "spec.services.cidrs",
                                used + " of " + room + " addresses of " + own
                                        + " are used; when none is left, no Service can be made",
                                "add a range to spec.services.additional (Kubernetes 1.33), or delete Services that nobody uses"));
            }
        }
    }

    private static void nodes(Facts facts, Consumer<Conflict> conflicts) {
        for (Cidr range : facts.pods()) {
            int mask = Room.mask(range, facts.spec());
            int room = Room.nodes(range, facts.spec());
            int used = facts.seen().nodes().size();
            if (isNearly(used, BigInteger.valueOf(room), FULL_PERCENT)) {
                conflicts.accept(Conflict.of(
                        ConflictKind.POD_RANGE_NEARLY_FULL,
                        "spec.pods.cidrs",
                        range + " has room for " + room + " nodes with /" + mask + " each, and there are " + used
                                + "; a node that gets no range runs no pods",
                        "widen the range from its first address, if what follows is free: one bit less doubles it"));
            }
        }
    }

    private static void podsOfNodes(Facts facts, Consumer<Conflict> conflicts) {
        Map<String, Integer> pods = Room.podsByNode(facts.seen().cluster());
        facts.seen()
                .nodes()
                .forEach(node -> Facts.ranges(node.podRanges()).stream()
                        .filter(range ->
                                isNearly(pods.getOrDefault(node.name(), 0), Capacity.ofPods(range), FULL_NODE_PERCENT))
                        .findFirst()
                        .ifPresent(range -> conflicts.accept(Conflict.of(
                                ConflictKind.POD_RANGE_NEARLY_FULL,
                                "Node " + node.name(),
                                "node " + node.name() + " runs " + pods.get(node.name()) + " pods, and " + range
                                        + " has " + Capacity.ofPods(range) + " addresses for them",
                                "add nodes, or lower the kubelet's maxPods"))));
    }

    private static boolean isNearly(long used, BigInteger room, int percent) {
        return BigInteger.valueOf(used)
                        .multiply(BigInteger.valueOf(100))
                        .compareTo(room.multiply(BigInteger.valueOf(percent)))
                >= 0;
    }
}
