package io.portafilter.network.check;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.exports.Exports;
import java.util.List;

/** Ranges of pods and Services. */
final class RangeMutations {
    private RangeMutations() {}

    static void add(Mutations all) {
        ranges(all);
    }

    private static void ranges(Mutations all) {
        all.text(
                "kubeadm says another pod range",
                Mutations.FLANNEL,
                "kubeadm-config",
                "ClusterConfiguration",
                "10.244.0.0/16",
                "10.245.0.0/16",
                "NodePodCIDROutside",
                "PodCIDRSourcesDisagree");
        all.text(
                "flannel says another pod range",
                Mutations.FLANNEL,
                "kube-flannel-cfg",
                "net-conf.json",
                "10.244.0.0/16",
                "10.224.0.0/16",
                "PodCIDRSourcesDisagree");
        all.text(
                "kube-proxy says another pod range",
                Mutations.FLANNEL,
                "kube-proxy",
                "config.conf",
                "10.244.0.0/16",
                "10.200.0.0/16",
                "PodCIDRSourcesDisagree");
        all.text(
                "kube-proxy's pod range is no network",
                Mutations.FLANNEL,
                "kube-proxy",
                "config.conf",
                "10.244.0.0/16",
                "ten/16",
                "Unreadable");
        all.text(
                "kubeadm's pod range has host bits",
                Mutations.FLANNEL,
                "kubeadm-config",
                "ClusterConfiguration",
                "10.244.0.0/16",
                "10.244.3.0/16",
                "Unreadable");
        all.flag(
                "the controller manager says another pod range",
                "kube-controller-manager-cp1",
                "--cluster-cidr=10.244.0.0/16",
                "--cluster-cidr=10.243.0.0/16",
                "PodCIDRSourcesDisagree");
        all.flag(
                "the controller manager says another Service range",
                "kube-controller-manager-cp1",
                "--service-cluster-ip-range=10.96.0.0/12",
                "--service-cluster-ip-range=10.112.0.0/12",
                "ServiceCIDRSourcesDisagree");
        all.flag(
                "the API server says another Service range",
                "kube-apiserver-cp1",
                "--service-cluster-ip-range=10.96.0.0/12",
                "--service-cluster-ip-range=10.96.0.0/16",
                "ServiceCIDRSourcesDisagree");
        all.text(
                "kubeadm says a Service range inside the pods'",
                Mutations.FLANNEL,
                "kubeadm-config",
                "ClusterConfiguration",
                "serviceSubnet: 10.96.0.0/12",
                "serviceSubnet: 10.244.128.0/17",
                "CIDROverlap",
                "ServiceCIDRSourcesDisagree");
        Cluster calico = Exports.cluster("kubeadm-calico");
        all.edit(
                "Calico's pool lies outside",
                calico,
                "IPPool",
                "default-ipv4-ippool",
                List.of("spec", "cidr"),
                "192.168.0.0/16",
                "PodCIDRSourcesDisagree");
        all.text(
                "Cilium's pool is another",
                Exports.cluster("kubeadm-cilium"),
                "cilium-config",
                "cluster-pool-ipv4-cidr",
                "10.0.0.0/13",
                "10.0.0.0/8",
                "PodCIDRSourcesDisagree");
        Cluster weave = Exports.cluster("kubeadm-weave");
        all.edit(
                "Weave's range is another",
                weave,
                "DaemonSet",
                "weave-net",
                List.of("spec", "template", "spec", "containers", "0", "env", "0", "value"),
                "10.48.0.0/16",
                "PodCIDRSourcesDisagree",
                "ProviderRetired");
        all.edit(
                "the ServiceCIDR object is another",
                Mutations.FLANNEL,
                "ServiceCIDR",
                "kubernetes",
                List.of("spec", "cidrs"),
                List.of("10.100.0.0/16"),
                "ServiceCIDRSourcesDisagree");
        all.edit(
                "OpenShift's pod range holds its Services",
                Exports.cluster("openshift"),
                "Network",
                "cluster",
                List.of("spec", "clusterNetwork", "0", "cidr"),
                "172.16.0.0/12",
                "CIDROverlap");
        all.edit(
                "k3s was started with overlapping ranges",
                Exports.cluster("k3s"),
                "Node",
                "server1",
                List.of("metadata", "annotations", "k3s.io/node-args"),
                "[\"server\",\"--cluster-cidr\",\"10.32.0.0/12\",\"--service-cidr\",\"10.43.0.0/16\",\"--cluster-dns\",\"10.43.0.10\"]",
                "CIDROverlap");
    }
}
