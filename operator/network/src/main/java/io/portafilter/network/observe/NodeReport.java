package io.portafilter.network.observe;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an agent found on a node and left in a ConfigMap with the label {@value #LABEL}; without an agent there is none, and what only
 * it could know is unknown.
 *
 * @param node the node's name
 * @param object the ConfigMap
 * @param resolvConf what pods of the DNS policy ClusterFirstWithHostNet get
 * @param hostResolvConf the node's own
 * @param netD the files of /etc/cni/net.d by their names
 * @param plugins versions of the plugins by their names; empty where the agent did not look
 * @param forwardPolicy what the kernel does with packets that nobody allowed: ACCEPT or DROP
 * @param links the output of {@code ip -j addr}
 * @param routes the output of {@code ip -j route}
 * @param ports which ports of other nodes it reached: {@code {"w2": {"10250": true}}}
 */
public record NodeReport(
        String node,
        String object,
        Optional<String> resolvConf,
        Optional<String> hostResolvConf,
        SortedMap<String, String> netD,
        SortedMap<String, String> plugins,
        Optional<String> forwardPolicy,
        Optional<String> links,
        Optional<String> routes,
        Optional<String> ports) {
    /** The label that names the node. */
    public static final String LABEL = "portafilter.io/node-report";

    private static final String NET_D = "net.d.";
    private static final String PLUGIN = "plugin.";

    /** Copies the maps. */
    public NodeReport {
        netD = Collections.unmodifiableSortedMap(new TreeMap<>(netD));
        plugins = Collections.unmodifiableSortedMap(new TreeMap<>(plugins));
    }

    static List<NodeReport> all(Cluster cluster) {
        return cluster.all("ConfigMap").stream()
                .flatMap(config -> config.label(LABEL).map(node -> of(node, config)).stream())
                .toList();
    }

    private static NodeReport of(String node, ClusterObject config) {
        SortedMap<String, String> data = config.tree().textMap("data");
        return new NodeReport(
                node,
                config.id().toString(),
                config.data("resolv.conf"),
                config.data("host-resolv.conf"),
                below(data, NET_D),
                below(data, PLUGIN),
                config.data("forward-policy").map(String::strip),
                config.data("addr.json"),
                config.data("route.json"),
                config.data("ports.json"));
    }

    private static SortedMap<String, String> below(SortedMap<String, String> data, String prefix) {
        SortedMap<String, String> found = new TreeMap<>();
        data.forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), text.strip());
            }
        });
        return found;
    }
}
