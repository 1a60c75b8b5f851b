package io.portafilter.network.observe;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What network providers say about themselves. */
final class Providers {
    private Providers() {}

    static void read(Cluster cluster, Readings readings) {
        for (ClusterObject config : cluster.all("ConfigMap")) {
            switch (config.name()) {
                case "kube-flannel-cfg" -> flannel(config, readings);
                case "cilium-config" -> cilium(config, readings);
                case "calico-config" -> readings.add(Topic.MTU, config.data("veth_mtu"), config, "veth_mtu");
                default -> {}
            }
        }
        for (ClusterObject pool : cluster.all("IPPool")) {
            readings.add(Topic.POD_RANGES, pool.tree().text("spec", "cidr"), pool, "spec.cidr");
        }
        for (ClusterObject daemon : cluster.all("DaemonSet")) {
            if (daemon.name().equals("weave-net")) {
                readings.add(
                        Topic.POD_RANGES,
                        Arguments.variable(daemon, "IPALLOC_RANGE").or(() -> Optional.of("10.32.0.0/12")),
                        daemon,
                        "IPALLOC_RANGE");
            }
        }
    }

    private static void flannel(ClusterObject config, Readings readings) {
        Tree net = config.data("net-conf.json").flatMap(TreeReader::value).orElse(new Tree(List.of()));
        List<String> ranges = Stream.of("Network", "IPv6Network")
                .flatMap(key -> net.text(key).stream())
                .toList();
        readings.add(Topic.POD_RANGES, ranges, config, "net-conf.json Network");
        readings.add(Topic.NODE_MASK, net.text("SubnetLen"), config, "net-conf.json SubnetLen");
        readings.add(Topic.MTU, net.text("Backend", "MTU"), config, "net-conf.json Backend.MTU");
    }

    private static void cilium(ClusterObject config, Readings readings) {
        if (config.data("ipam").equals(Optional.of("cluster-pool"))) {
            List<String> ranges = Stream.of("cluster-pool-ipv4-cidr", "cluster-pool-ipv6-cidr")
                    .flatMap(key -> config.data(key).stream())
                    .flatMap(text -> Stream.of(text.strip().split("\\s+")))
                    .toList();
            readings.add(Topic.POD_RANGES, ranges, config, "cluster-pool-ipv4-cidr");
            readings.add(
                    Topic.NODE_MASK, config.data("cluster-pool-ipv4-mask-size"), config, "cluster-pool-ipv4-mask-size");
        }
        readings.add(Topic.MTU, config.data("mtu").filter(mtu -> !mtu.equals("0")), config, "mtu");
    }
}
