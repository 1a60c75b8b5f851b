package io.portafilter.network.check;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.TreeReader;
import io.portafilter.network.exports.ClusterEdit;
import io.portafilter.network.exports.Exports;
import java.util.List;
import java.util.Map;

/** Nodes, kube-proxy and what surprises. */
final class ClusterMutations {
    private ClusterMutations() {}

    static void add(Mutations all) {
        nodes(all);
        proxy(all);
        odds(all);
        policies(all);
    }

    private static void nodes(Mutations all) {
        all.edit(
                "a node has no range",
                Mutations.FLANNEL,
                "Node",
                "w1",
                List.of("spec"),
                Map.of(),
                "NodePodCIDRMissing");
        all.edit(
                "a node's range lies outside",
                Mutations.FLANNEL,
                "Node",
                "w1",
                List.of("spec", "podCIDRs"),
                List.of("10.99.1.0/24"),
                "NodePodCIDROutside");
        all.edit(
                "two nodes have one range",
                Mutations.FLANNEL,
                "Node",
                "w2",
                List.of("spec", "podCIDRs"),
                List.of("10.244.1.0/24"),
                "NodePodCIDRDuplicate");
        all.edit(
                "a node's address lies among the pods'",
                Mutations.FLANNEL,
                "Node",
                "w1",
                List.of("status", "addresses", "0", "address"),
                "10.244.77.1",
                "NodeIPInPodCIDR");
        all.edit(
                "a machine was cloned",
                Mutations.FLANNEL,
                "Node",
                "w1",
                List.of("status", "nodeInfo", "machineID"),
                "%032x".formatted(1),
                "NodeDuplicate");
        all.edit(
                "two nodes have one address",
                Mutations.FLANNEL,
                "Node",
                "w1",
                List.of("status", "addresses", "0", "address"),
                "192.168.0.10",
                "NodeDuplicate");
        all.edit(
                "a node runs Docker without its shim",
                Mutations.FLANNEL,
                "Node",
                "w1",
                List.of("status", "nodeInfo", "containerRuntimeVersion"),
                "docker://20.10.7",
                "RuntimeUnsupported");
        Cluster full = Mutations.FLANNEL;
        for (int i = 0; i < 220; i++) {
            full = ClusterEdit.plus(full, Mutations.pod("p" + i, "w1"));
        }
        all.add("a node's range is nearly used up", full, "PodRangeNearlyFull");
        Cluster small = Exports.cluster(Mutations.replaced("kubeadm-flannel", "10.244.0.0/16", "10.244.0.0/22"));
        all.add("the pod range has room for one more node", Mutations.without(small, "Service", "nobody"));
        all.add(
                "the pod range has room for no more node",
                ClusterEdit.plus(small, Mutations.node("w3", "10.244.3.0/24", "192.168.0.13")),
                "PodRangeNearlyFull");
    }

    private static void proxy(Mutations all) {
        all.text(
                "kube-proxy is told userspace",
                Mutations.FLANNEL,
                "kube-proxy",
                "config.conf",
                "mode: \"\"",
                "mode: userspace",
                "ProxyModeMismatch",
                "ProxyModeUnsupported");
        all.text(
                "kube-proxy is told ipvs and does iptables",
                Mutations.FLANNEL,
                "kube-proxy",
                "config.conf",
                "mode: \"\"",
                "mode: ipvs",
                "ProxyModeDeprecated",
                "ProxyModeMismatch");
        all.text(
                "kube-proxy runs ipvs",
                Exports.cluster("kubeadm-calico"),
                "kube-proxy",
                "config.conf",
                "mode: \"\"",
                "mode: \"ipvs\"",
                "ProxyModeDeprecated");
        all.text(
                "kube-proxy is told nonsense",
                Exports.cluster("kubeadm-calico"),
                "kube-proxy",
                "config.conf",
                "mode: \"\"",
                "mode: iptable",
                "ProxyModeUnsupported");
        all.edit(
                "a NodePort lies outside of the range",
                Mutations.FLANNEL,
                "Service",
                "shop",
                List.of("spec", "ports", "0", "nodePort"),
                8080,
                "NodePortOutside");
    }

    private static void odds(Mutations all) {
        ClusterObject policy = Mutations.object("NetworkPolicy", "apps", "deny", Map.of());
        all.add("flannel enforces no policy", ClusterEdit.plus(Mutations.FLANNEL, policy), "PolicyNotEnforced");
        all.add("Calico enforces policies", ClusterEdit.plus(Exports.cluster("kubeadm-calico"), policy));
        Cluster costly = Mutations.FLANNEL;
        for (int i = 0; i < 5; i++) {
            costly = ClusterEdit.plus(
                    costly, Mutations.object("Service", "apps", "lb" + i, Map.of("type", "LoadBalancer")));
        }
        all.add("five load balancers", costly, "LoadBalancerCost");
        Cluster tight = Exports.cluster(Mutations.replaced("kubeadm-flannel", "10.96.0.0/12", "10.96.0.0/28"));
        for (int i : new int[] {2, 3, 4, 5, 6, 7, 8, 9, 11, 12}) {
            tight = ClusterEdit.plus(
                    tight, Mutations.object("Service", "apps", "s" + i, Map.of("clusterIP", "10.96.0." + i)));
        }
        all.add("the Service range is nearly used up", tight, "ServiceRangeNearlyFull");
    }

    private static void policies(Mutations all) {
        Cluster calico = Exports.cluster("kubeadm-calico");
        all.add(
                "egress is limited and nothing reaches the DNS",
                policy(calico, "{policyTypes: [Egress], podSelector: {}}"),
                "DenyEgressWithoutDNS");
        all.add(
                "egress is limited to port 443",
                policy(calico, "{policyTypes: [Egress], podSelector: {}, egress: [{ports: [{port: 443}]}]}"),
                "DenyEgressWithoutDNS");
        all.add(
                "egress is limited to the own namespace",
                policy(calico, "{policyTypes: [Egress], podSelector: {}, egress: [{to: [{podSelector: {}}]}]}"),
                "DenyEgressWithoutDNS");
        all.add(
                "egress is limited to another address",
                policy(
                        calico,
                        "{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.96.0.11/32}}]}]}"),
                "DenyEgressWithoutDNS");
        all.add(
                "egress to the DNS is allowed",
                policy(
                        calico,
                        "{policyTypes: [Egress], podSelector: {}, egress: [{to: [{namespaceSelector: {}}], ports: [{port: 53, protocol: UDP}]}]}"));
        all.add(
                "egress to the address of the DNS is allowed",
                policy(
                        calico,
                        "{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.96.0.10/32}}]}]}"));
        all.add(
                "egress to a range of ports is allowed",
                policy(
                        calico,
                        "{podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: 1, endPort: 100}]}]}"));
        Cluster ingress = with(
                calico,
                "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: shop, namespace: apps},"
                        + " spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}}");
        all.add(
                "nobody is let in to the pods of an Ingress",
                policy(ingress, "{podSelector: {}}"),
                "DenyIngressBlocksProxy");
        all.add(
                "somebody is let in to the pods of an Ingress",
                policy(ingress, "{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}"));
        all.add(
                "only some pods of an Ingress's namespace are closed",
                policy(ingress, "{podSelector: {matchLabels: {app: db}}}"));
    }

    private static Cluster policy(Cluster cluster, String spec) {
        return with(
                cluster,
                "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: apps}, spec: "
                        + spec + "}");
    }

    private static Cluster with(Cluster cluster, String yaml) {
        return ClusterEdit.plus(
                cluster, TreeReader.read("mutation", yaml).objects().getFirst());
    }
}
