package io.portafilter.network.check;

import io.portafilter.crds.net.Cidr;
import io.portafilter.crds.net.Ip;
import io.portafilter.network.observe.NodeReport;
import io.portafilter.network.observe.NodeView;
import io.portafilter.network.observe.Reading;
import io.portafilter.network.observe.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Ranges that share addresses: pods, Services, what is reserved, the links that agents found, and nodes' own addresses. */
final class OverlapCheck {
    private static final int PODS = 0;

    private record Named(String name, String object, int group, Cidr range) {}

    private OverlapCheck() {}

    static void check(Facts facts, Consumer<Conflict> conflicts) {
        List<Named> all = named(facts);
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                Named one = all.get(i);
                Named other = all.get(j);
                if (one.group != other.group && one.group < 3 && one.range.overlaps(other.range)) {
                    conflicts.accept(
                            new Conflict(
                                    ConflictKind.CIDR_OVERLAP,
                                    List.of(one.object, other.object),
                                    one.name + " " + one.range + " and " + other.name + " " + other.range
                                            + " share addresses",
                                    "move one of them; for a new cluster choose ranges that `portafilter network check` accepts"));
                }
            }
        }
        nodes(facts, conflicts);
    }

    private static List<Named> named(Facts facts) {
        List<Named> all = new ArrayList<>();
        facts.pods().forEach(range -> all.add(new Named("pods", "spec.pods.cidrs", PODS, range)));
        for (Topic topic : List.of(Topic.POD_RANGES, Topic.SERVICE_RANGES)) {
            for (Reading reading : facts.seen().about(topic)) {
                Facts.ranges(reading.values()).stream()
                        .filter(range -> all.stream().noneMatch(known -> known.range.equals(range)))
                        .forEach(range -> all.add(new Named(
                                topic == Topic.POD_RANGES ? "pods" : "Services",
                                reading.object(),
                                topic == Topic.POD_RANGES ? PODS : 1,
                                range)));
            }
        }
        facts.services().stream()
                .filter(range -> all.stream().noneMatch(known -> known.range.equals(range)))
                .forEach(range -> all.add(new Named("Services", "spec.services.cidrs", 1, range)));
        facts.spec()
                .services()
                .additional()
                .forEach(extra -> Facts.ranges(extra.cidrs()).stream()
                        .forEach(range -> all.add(new Named(
                                "additional Services " + extra.name(), "ServiceCIDR " + extra.name(), 2, range))));
        facts.spec()
                .reservedCidrs()
                .forEach(reserved -> Cidr.parse(reserved.cidr())
                        .ifPresent(range -> all.add(
                                new Named("reserved " + reserved.name(), "spec.reservedCIDRs", 3, range.masked()))));
        for (NodeReport report : facts.seen().reports()) {
            report.links()
                    .ifPresent(links -> NodeLinks.foreign(links)
                            .forEach(link -> all.add(new Named(
                                    "link " + link.name() + " of node " + report.node(),
                                    report.object(),
                                    4,
                                    link.range()))));
        }
        return all;
    }

    private static void nodes(Facts facts, Consumer<Conflict> conflicts) {
        List<Cidr> pods = facts.pods();
        for (NodeView node : facts.seen().nodes()) {
            for (String address : node.addresses()) {
                Optional<Ip> ip = Facts.ip(address);
                pods.stream()
                        .filter(range -> ip.filter(range::contains).isPresent())
                        .findFirst()
                        .ifPresent(range -> conflicts.accept(Conflict.of(
                                ConflictKind.NODE_IP_IN_POD_CIDR,
                                "Node " + node.name(),
                                "node " + node.name() + " has the address " + address + ", which lies in the pod range "
                                        + range + ": a pod will get it some day, and packets go astray",
                                "move the nodes' network or choose another pod range before more nodes join")));
            }
        }
    }
}
