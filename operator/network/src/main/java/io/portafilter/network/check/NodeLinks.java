package io.portafilter.network.check;

import io.portafilter.crds.net.Cidr;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The output of {@code ip -j addr}. */
public final class NodeLinks {
    /** Links that the cluster's own network makes, and loopback. */
    private static final Pattern OWN = Pattern.compile(
            "lo|cni[0-9]+|cbr[0-9]+|flannel.*|cali.*|tunl0|vxlan.*|cilium.*|lxc.*|weave|vethwe.*|kube-.*|nodelocaldns|wg.*|veth.*");

    /**
     * A link with an address.
     *
     * @param name such as docker0
     * @param mac its hardware address
     * @param range its network
     */
    public record Link(String name, String mac, Cidr range) {}

    private NodeLinks() {}

    /** All links. */
    public static List<Link> all(String json) {
        List<Link> links = new ArrayList<>();
        for (Tree link : TreeReader.value(json).orElse(new Tree(List.of())).items()) {
            for (Tree address : link.items("addr_info")) {
                if (!address.textOrEmpty("scope").equals("link")) {
                    Cidr.parse(address.textOrEmpty("local") + "/"
                                    + address.number("prefixlen").orElse(-1))
                            .ifPresent(range -> links.add(
                                    new Link(link.textOrEmpty("ifname"), link.textOrEmpty("address"), range.masked())));
                }
            }
        }
        return links;
    }

    /** Links that have nothing to do with the cluster's network: docker0, other bridges, the uplink, VPNs. */
    static List<Link> foreign(String json) {
        return all(json).stream()
                .filter(link -> !OWN.matcher(link.name()).matches())
                .toList();
    }
}
