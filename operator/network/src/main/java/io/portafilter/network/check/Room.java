package io.portafilter.network.check;

import io.portafilter.crds.net.Cidr;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.observe.ServiceView;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How much of the ranges is used, and how much there is. */
public final class Room {
    private static final int MOST_NODES = 1 << 16;
    private static final int MOST_BITS = 16;

    private Room() {}

    /** How many nodes get a part of a pod range; Kubernetes gives at most 65536. */
    public static int nodes(Cidr range, NetworkSetupSpec spec) {
        int mask = mask(range, spec);
        int bits = mask - range.prefix();
        return bits < 0 ? 1 : bits > MOST_BITS ? MOST_NODES : 1 << bits;
    }

    /** The length of the prefix of a node's part. */
    static int mask(Cidr range, NetworkSetupSpec spec) {
        return range.family() == 4
                ? spec.pods().nodeMask().ipv4()
                : spec.pods().nodeMask().ipv6();
    }

    /** The Service ranges of a family, additional ones too. */
    public static List<Cidr> serviceRanges(NetworkSetupSpec spec, int family) {
        return Stream.concat(
                        spec.services().cidrs().stream(),
                        spec.services().additional().stream().flatMap(extra -> extra.cidrs().stream()))
                .flatMap(text -> Cidr.parse(text).stream())
                .map(Cidr::masked)
                .filter(range -> range.family() == family)
                .toList();
    }

    /** How many addresses Services can have. */
    public static BigInteger services(List<Cidr> ranges) {
        return ranges.stream().map(Capacity::ofServices).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** How many addresses of the ranges are taken. */
    public static long usedServices(Observation seen, List<Cidr> ranges) {
        List<ClusterObject> addresses = seen.cluster().all("IPAddress");
        Stream<String> taken = addresses.isEmpty()
                ? seen.services().stream().map(ServiceView::addresses).flatMap(List::stream)
                : addresses.stream().map(ClusterObject::name);
        return taken.filter(address -> inside(ranges, address)).count();
    }

    private static boolean inside(List<Cidr> ranges, String address) {
        return Facts.ip(address).stream().anyMatch(ip -> ranges.stream().anyMatch(range -> range.contains(ip)));
    }

    /** How many pods each node runs, those in the node's own network left out. */
    public static Map<String, Integer> podsByNode(Cluster cluster) {
        Map<String, Integer> pods = new HashMap<>();
        for (ClusterObject pod : cluster.all("Pod")) {
            if (!pod.tree().isTrue("spec", "hostNetwork")) {
                pod.tree().text("spec", "nodeName").ifPresent(node -> pods.merge(node, 1, Integer::sum));
            }
        }
        return pods;
    }
}
