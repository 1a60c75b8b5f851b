package io.portafilter.network.observe;

import io.portafilter.network.cluster.ClusterObject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A node.
 *
 * @param name its name
 * @param podRanges its part of the pod ranges
 * @param addresses its internal and external addresses
 * @param kubelet version
 * @param runtime such as containerd://2.1.4
 * @param machineId what the machine calls itself; clones have the same
 * @param pods how many it takes
 */
public record NodeView(
        String name,
        List<String> podRanges,
        List<String> addresses,
        String kubelet,
        String runtime,
        String machineId,
        int pods) {
    private static final int USUAL_PODS = 110;
    private static final Pattern VERSION = Pattern.compile("v1\\.([0-9]{1,4})\\..*");

    /** Copies the lists. */
    public NodeView {
        podRanges = List.copyOf(podRanges);
        addresses = List.copyOf(addresses);
    }

    /** Whether its kubelet is of an earlier minor version; one that says nothing is not. */
    public boolean isOlderThan(int minor) {
        Matcher version = VERSION.matcher(kubelet);
        return version.matches() && Integer.parseInt(version.group(1)) < minor;
    }

    static NodeView of(ClusterObject node) {
        List<String> ranges = node.tree().texts("spec", "podCIDRs");
        return new NodeView(
                node.name(),
                ranges.isEmpty() ? node.tree().text("spec", "podCIDR").stream().toList() : ranges,
                node.tree().items("status", "addresses").stream()
                        .filter(address -> address.textOrEmpty("type").endsWith("IP"))
                        .flatMap(address -> address.text("address").stream())
                        .toList(),
                node.tree().textOrEmpty("status", "nodeInfo", "kubeletVersion"),
                node.tree().textOrEmpty("status", "nodeInfo", "containerRuntimeVersion"),
                node.tree().textOrEmpty("status", "nodeInfo", "machineID"),
                Stream.of(node.tree().textOrEmpty("status", "capacity", "pods"))
                        .filter(text -> text.matches("[0-9]{1,6}"))
                        .mapToInt(Integer::parseInt)
                        .findFirst()
                        .orElse(USUAL_PODS));
    }
}
