package io.portafilter.network.observe;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import java.util.List;
import java.util.stream.Stream;

/** Sources that only some distributions have: the command line that k3s and RKE2 leave at each node, OpenShift's own objects. */
final class Distributions {
    private static final String K3S_ARGUMENTS = "k3s.io/node-args";
    private static final String RKE2_ARGUMENTS = "rke2.io/node-args";

    private Distributions() {}

    static void read(Cluster cluster, Readings readings) {
        cluster.all("Node").forEach(node -> nodeArguments(node, readings));
        cluster.get("Network", "", "cluster").ifPresent(network -> openShift(network, readings));
        cluster.get("DNS", "", "default").ifPresent(dns -> {
            readings.add(Topic.CLUSTER_DOMAIN, dns.tree().text("status", "clusterDomain"), dns, "status.clusterDomain");
            readings.add(Topic.DNS_ADDRESS, dns.tree().text("status", "clusterIP"), dns, "status.clusterIP");
        });
    }

    private static void nodeArguments(ClusterObject node, Readings readings) {
        Stream.of(K3S_ARGUMENTS, RKE2_ARGUMENTS)
                .flatMap(name -> node.annotation(name).stream())
                .flatMap(text -> TreeReader.value(text).stream())
                .forEach(words -> {
                    Arguments arguments = Arguments.of(words.texts());
                    readings.add(Topic.POD_RANGES, arguments.flag("cluster-cidr"), node, "--cluster-cidr");
                    readings.add(Topic.SERVICE_RANGES, arguments.flag("service-cidr"), node, "--service-cidr");
                    readings.add(Topic.CLUSTER_DOMAIN, arguments.flag("cluster-domain"), node, "--cluster-domain");
                    readings.add(Topic.DNS_ADDRESS, arguments.flag("cluster-dns"), node, "--cluster-dns");
                    readings.add(
                            Topic.NODE_PORTS,
                            arguments.flag("service-node-port-range"),
                            node,
                            "--service-node-port-range");
                });
    }

    private static void openShift(ClusterObject network, Readings readings) {
        Tree spec = network.tree().at("spec");
        List<Tree> pods = spec.items("clusterNetwork");
        readings.add(
                Topic.POD_RANGES,
                pods.stream().flatMap(range -> range.text("cidr").stream()).toList(),
                network,
                "spec.clusterNetwork");
        readings.add(
                Topic.NODE_MASK,
                pods.stream()
                        .flatMap(range -> range.text("hostPrefix").stream())
                        .toList(),
                network,
                "spec.clusterNetwork.hostPrefix");
        readings.add(Topic.SERVICE_RANGES, spec.texts("serviceNetwork"), network, "spec.serviceNetwork");
    }
}
