package io.portafilter.network.observe;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import java.util.List;
import java.util.Locale;

/**
 * Who made the cluster, and of what it is.
 *
 * @param distribution kubeadm, k3s, RKE2, EKS, AKS, GKE, OpenShift or unknown
 * @param evidence why we think so
 * @param kubernetes versions of the kubelets, sorted
 * @param runtimes versions of the container runtimes, sorted
 */
public record Platform(String distribution, String evidence, List<String> kubernetes, List<String> runtimes) {
    /** Copies the lists. */
    public Platform {
        kubernetes = List.copyOf(kubernetes);
        runtimes = List.copyOf(runtimes);
    }

    static Platform of(Cluster cluster) {
        List<ClusterObject> nodes = cluster.all("Node");
        List<String> kubelets = info(nodes, "kubeletVersion");
        List<String> runtimes = info(nodes, "containerRuntimeVersion");
        for (ClusterObject node : nodes) {
            String version = node.tree()
                    .textOrEmpty("status", "nodeInfo", "kubeletVersion")
                    .toLowerCase(Locale.ROOT);
            String provider = node.tree().textOrEmpty("spec", "providerID");
            for (String[] sign :
                    new String[][] {{"+k3s", "k3s"}, {"+rke2", "RKE2"}, {"-eks-", "EKS"}, {"-gke.", "GKE"}}) {
                if (version.contains(sign[0])) {
                    return new Platform(sign[1], node.id() + " kubelet " + version, kubelets, runtimes);
                }
            }
            if (node.label("node.openshift.io/os_id").isPresent()) {
                return new Platform("OpenShift", node.id() + " label node.openshift.io/os_id", kubelets, runtimes);
            }
            if (node.label("kubernetes.azure.com/cluster").isPresent()) {
                return new Platform("AKS", node.id() + " label kubernetes.azure.com/cluster", kubelets, runtimes);
            }
            if (provider.startsWith("gce://")
                    && node.label("cloud.google.com/gke-nodepool").isPresent()) {
                return new Platform("GKE", node.id() + " label cloud.google.com/gke-nodepool", kubelets, runtimes);
            }
        }
        boolean kubeadm = cluster.configMap("kube-system", "kubeadm-config").isPresent();
        return kubeadm
                ? new Platform("kubeadm", "ConfigMap kube-system/kubeadm-config", kubelets, runtimes)
                : new Platform("unknown", "nothing that we know is there", kubelets, runtimes);
    }

    private static List<String> info(List<ClusterObject> nodes, String key) {
        return nodes.stream()
                .flatMap(node -> node.tree().text("status", "nodeInfo", key).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
