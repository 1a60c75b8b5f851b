package io.portafilter.network.observe;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import java.util.Optional;

/** What the cluster was made with: kubeadm's record, and the command lines of the control plane's mirror pods. */
final class ControlPlane {
    private static final String SYSTEM = "kube-system";

    private ControlPlane() {}

    static void read(Cluster cluster, Readings readings) {
        cluster.configMap(SYSTEM, "kubeadm-config").ifPresent(config -> kubeadm(config, readings));
        cluster.configMap(SYSTEM, "kubelet-config").ifPresent(config -> kubelet(config, readings));
        for (ClusterObject pod : cluster.all("Pod")) {
            String component = pod.label("component").orElse("");
            Arguments arguments = Arguments.of(pod);
            if (component.equals("kube-apiserver")) {
                flag(Topic.SERVICE_RANGES, "service-cluster-ip-range", arguments, pod, readings);
                flag(Topic.NODE_PORTS, "service-node-port-range", arguments, pod, readings);
            } else if (component.equals("kube-controller-manager")) {
                flag(Topic.POD_RANGES, "cluster-cidr", arguments, pod, readings);
                flag(Topic.SERVICE_RANGES, "service-cluster-ip-range", arguments, pod, readings);
                flag(Topic.NODE_MASK, "node-cidr-mask-size", arguments, pod, readings);
                flag(Topic.NODE_MASK, "node-cidr-mask-size-ipv4", arguments, pod, readings);
                flag(Topic.NODE_MASK, "node-cidr-mask-size-ipv6", arguments, pod, readings);
            }
        }
        cluster.get("ServiceCIDR", "", "kubernetes")
                .ifPresent(range ->
                        readings.add(Topic.SERVICE_RANGES, range.tree().texts("spec", "cidrs"), range, "spec.cidrs"));
    }

    private static void flag(Topic topic, String name, Arguments arguments, ClusterObject pod, Readings readings) {
        readings.add(topic, arguments.flag(name), pod, "--" + name);
    }

    private static void kubeadm(ClusterObject config, Readings readings) {
        Optional<Tree> content = config.data("ClusterConfiguration").flatMap(TreeReader::value);
        content.map(tree -> tree.at("networking")).ifPresent(networking -> {
            readings.add(Topic.POD_RANGES, networking.text("podSubnet"), config, "networking.podSubnet");
            readings.add(Topic.SERVICE_RANGES, networking.text("serviceSubnet"), config, "networking.serviceSubnet");
            readings.add(Topic.CLUSTER_DOMAIN, networking.text("dnsDomain"), config, "networking.dnsDomain");
        });
    }

    private static void kubelet(ClusterObject config, Readings readings) {
        config.data("kubelet").flatMap(TreeReader::value).ifPresent(kubelet -> {
            readings.add(Topic.CLUSTER_DOMAIN, kubelet.text("clusterDomain"), config, "clusterDomain");
            readings.add(Topic.DNS_ADDRESS, kubelet.texts("clusterDNS"), config, "clusterDNS");
        });
    }
}
