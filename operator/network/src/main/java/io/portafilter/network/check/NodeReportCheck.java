package io.portafilter.network.check;

import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import io.portafilter.network.cni.ConfDir;
import io.portafilter.network.cni.Conflist;
import io.portafilter.network.observe.NodeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What only an agent on the node can see. */
final class NodeReportCheck {
    private NodeReportCheck() {}

    static void check(Facts facts, Consumer<Conflict> conflicts) {
        for (NodeReport report : facts.seen().reports()) {
            configurations(report, conflicts);
            ports(report, conflicts);
            if (report.forwardPolicy().equals(Optional.of("DROP"))) {
                conflicts.accept(Conflict.of(
                        ConflictKind.FORWARD_DROP,
                        "Node " + report.node(),
                        "node " + report.node()
                                + " drops forwarded packets that nobody allowed (Docker sets that), so pods of"
                                + " other nodes do not reach its own",
                        "accept the pod range both ways: iptables -I FORWARD -s " + first(facts)
                                + " -j ACCEPT; iptables -I FORWARD -d " + first(facts) + " -j ACCEPT"));
            }
        }
    }

    private static void ports(NodeReport report, Consumer<Conflict> conflicts) {
        report.ports()
                .flatMap(TreeReader::value)
                .map(Tree::value)
                .filter(Map.class::isInstance)
                .ifPresent(nodes -> ((Map<?, ?>) nodes)
                        .forEach((node, reached) -> new Tree(reached == null ? Map.of() : reached)
                                .textMap()
                                .forEach((port, open) -> {
                                    Optional<RequiredPort> known = port.matches("[0-9]{1,5}")
                                            ? RequiredPort.of(Integer.parseInt(port))
                                            : Optional.empty();
                                    if (open.equals("false")) {
                                        conflicts.accept(blocked(report.node(), String.valueOf(node), port, known));
                                    }
                                })));
    }

    private static Conflict blocked(String from, String to, String port, Optional<RequiredPort> known) {
        String gone = known.map(RequiredPort::gone).orElse("");
        return new Conflict(
                ConflictKind.PORTS_BLOCKED,
                List.of("Node " + from, "Node " + to),
                "node " + from + " does not reach TCP " + port + " of node " + to
                        + known.map(required -> " (" + required.purpose() + ")").orElse(""),
                gone.isEmpty() ? "open it in the firewall between them" : "nothing: " + gone);
    }

    private static String first(Facts facts) {
        return facts.pods().stream().findFirst().map(Object::toString).orElse("POD_RANGE");
    }

    private static void configurations(NodeReport report, Consumer<Conflict> conflicts) {
        List<String> names = ConfDir.loadable(report.netD().keySet());
        Optional<String> winner = names.stream().findFirst();
        if (names.size() > 1) {
            conflicts.accept(Conflict.of(
                    ConflictKind.CNI_MULTIPLE,
                    "Node " + report.node(),
                    "node " + report.node() + " has the network configurations " + String.join(", ", names)
                            + "; containerd takes " + winner.get()
                            + ", the first in byte order, and CRI-O the first that is valid",
                    "remove what is left of an earlier network, on the node: rm /etc/cni/net.d/" + names.getLast()));
        }
        winner.ifPresent(name -> configuration(report, name, conflicts));
    }

    private static void configuration(NodeReport report, String name, Consumer<Conflict> conflicts) {
        String text = Optional.ofNullable(report.netD().get(name)).orElse("");
        Conflist.Read read = Conflist.read(name, text);
        read.problems()
                .forEach(problem -> conflicts.accept(Conflict.of(
                        ConflictKind.CNI_INVALID,
                        "Node " + report.node(),
                        "node " + report.node() + ", /etc/cni/net.d/" + problem,
                        "correct the file, or let its provider write it again")));
        List<String> missing = new ArrayList<>();
        if (!report.plugins().isEmpty()) {
            read.plugins().stream()
                    .flatMap(plugin -> plugin.binaries().stream())
                    .filter(binary -> !report.plugins().containsKey(binary))
                    .forEach(missing::add);
        }
        missing.forEach(binary -> conflicts.accept(Conflict.of(
                ConflictKind.CNI_PLUGIN_MISSING,
                "Node " + report.node(),
                "node " + report.node() + ": " + name + " needs the plugin " + binary
                        + ", which is not in /opt/cni/bin",
                "install it: it comes with containernetworking-plugins, or with its provider")));
        if (read.plugins().stream().anyMatch(Conflist.Plugin::masqueradesRoutedPods)) {
            conflicts.accept(Conflict.of(
                    ConflictKind.IP_MASQ_ON_ROUTED_BRIDGE,
                    "Node " + report.node(),
                    "node " + report.node() + ": the bridge plugin in " + name
                            + " has ipMasq, so pods of other nodes see the node's" + " address in place of a pod's",
                    "set ipMasq to false and masquerade once per node, for what leaves the cluster"));
        }
    }
}
