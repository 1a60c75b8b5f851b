package io.portafilter.network.check;

import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import io.portafilter.network.observe.NodeReport;
import java.util.List;
import java.util.Optional;

/**
 * What connects a node with the others.
 *
 * @param name such as ens3
 * @param mac its hardware address
 * @param gateway where packets go that nobody else takes
 */
public record Uplink(String name, String mac, String gateway) {
    /** Read from a node report; nothing where it does not say. */
    public static Optional<Uplink> of(NodeReport report) {
        return report.routes()
                .flatMap(TreeReader::value)
                .flatMap(routes -> routes.items().stream()
                        .filter(route -> route.textOrEmpty("dst").equals("default"))
                        .findFirst())
                .map(route -> new Uplink(route.textOrEmpty("dev"), mac(report, route), route.textOrEmpty("gateway")));
    }

    private static String mac(NodeReport report, Tree route) {
        return report.links().flatMap(TreeReader::value).map(Tree::items).orElse(List.of()).stream()
                .filter(link -> link.text("ifname").equals(route.text("dev")))
                .map(link -> link.textOrEmpty("address"))
                .findFirst()
                .orElse("");
    }
}
