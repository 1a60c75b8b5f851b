package io.portafilter.network.scale;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.exports.Exports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A healthy cluster of any size: the small one of kubeadm and flannel, with wider ranges. */
final class LargeCluster {
    private LargeCluster() {}

    static Cluster of(int nodes, int services) {
        Map<String, String> files = new TreeMap<>(Exports.files("kubeadm-flannel"));
        files.replaceAll(
                (name, text) -> text.replace("10.244.0.0/16", "10.128.0.0/11").replace("10.244.", "10.128."));
        List<ClusterObject> objects = new ArrayList<>();
        Exports.cluster(files).objects().values().forEach(objects::addAll);
        for (int i = 3; i < nodes; i++) {
            objects.add(node(i));
        }
        for (int i = 4; i < services; i++) {
            objects.add(service(i));
        }
        return Cluster.of(objects, Map.of());
    }

    private static ClusterObject node(int number) {
        int range = number;
        return new ClusterObject(
                new ObjectId("Node", "", "n" + number),
                new Tree(Map.of(
                        "spec", Map.of("podCIDRs", List.of("10." + (128 + range / 256) + "." + range % 256 + ".0/24")),
                        "status",
                                Map.of(
                                        "addresses",
                                        List.of(Map.of(
                                                "type",
                                                "InternalIP",
                                                "address",
                                                "172.16." + number / 250 + "." + (1 + number % 250))),
                                        "nodeInfo",
                                        Map.of("kubeletVersion", "v1.33.4", "machineID", "machine-" + number)))));
    }

    private static ClusterObject service(int number) {
        return new ClusterObject(
                new ObjectId("Service", "team-" + number % 100, "s" + number),
                new Tree(Map.of(
                        "spec",
                        Map.of(
                                "type", "ClusterIP",
                                "clusterIPs", List.of("10.97." + number / 250 + "." + (1 + number % 250)),
                                "ports", List.of(Map.of("name", "http", "port", 80))))));
    }
}
