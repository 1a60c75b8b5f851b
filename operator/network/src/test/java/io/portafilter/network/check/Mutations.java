package io.portafilter.network.check;

import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.exports.ClusterEdit;
import io.portafilter.network.exports.Exports;
import io.portafilter.network.observe.NodeReport;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.spec.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Clusters with one thing wrong, and what must be said about each. */
final class Mutations {
    /**
     * A cluster with one thing wrong.
     *
     * @param name what is wrong
     * @param conflicts the ids of exactly the conflicts that follow
     */
    record Mutation(String name, Cluster cluster, Set<String> conflicts) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final Cluster FLANNEL = Exports.cluster("kubeadm-flannel");
    private static final String CONFLIST = """
            {"cniVersion":"1.0.0","name":"cbr0","plugins":[
              {"type":"flannel","delegate":{"hairpinMode":true}},{"type":"portmap","capabilities":{"portMappings":true}}]}""";

    private final List<Mutation> all = new ArrayList<>();

    private Mutations() {}

    static List<Mutation> all() {
        Mutations mutations = new Mutations();
        mutations.ranges();
        mutations.nodes();
        mutations.dns();
        mutations.proxy();
        mutations.reports();
        mutations.odds();
        return mutations.all;
    }

    /** What the cluster itself proposes, with Docker's usual bridge reserved. */
    static NetworkSetupSpec spec(Observation seen) {
        return Proposal.of(seen);
    }

    private void ranges() {
        text(
                "kubeadm says another pod range",
                FLANNEL,
                "kubeadm-config",
                "ClusterConfiguration",
                "10.244.0.0/16",
                "10.245.0.0/16",
                "NodePodCIDROutside",
                "PodCIDRSourcesDisagree");
        text(
                "flannel says another pod range",
                FLANNEL,
                "kube-flannel-cfg",
                "net-conf.json",
                "10.244.0.0/16",
                "10.224.0.0/16",
                "PodCIDRSourcesDisagree");
        text(
                "kube-proxy says another pod range",
                FLANNEL,
                "kube-proxy",
                "config.conf",
                "10.244.0.0/16",
                "10.200.0.0/16",
                "PodCIDRSourcesDisagree");
        text(
                "kube-proxy's pod range is no network",
                FLANNEL,
                "kube-proxy",
                "config.conf",
                "10.244.0.0/16",
                "ten/16",
                "Unreadable");
        text(
                "kubeadm's pod range has host bits",
                FLANNEL,
                "kubeadm-config",
                "ClusterConfiguration",
                "10.244.0.0/16",
                "10.244.3.0/16",
                "Unreadable");
        flag(
                "the controller manager says another pod range",
                "kube-controller-manager-cp1",
                "--cluster-cidr=10.244.0.0/16",
                "--cluster-cidr=10.243.0.0/16",
                "PodCIDRSourcesDisagree");
        flag(
                "the controller manager says another Service range",
                "kube-controller-manager-cp1",
                "--service-cluster-ip-range=10.96.0.0/12",
                "--service-cluster-ip-range=10.112.0.0/12",
                "ServiceCIDRSourcesDisagree");
        flag(
                "the API server says another Service range",
                "kube-apiserver-cp1",
                "--service-cluster-ip-range=10.96.0.0/12",
                "--service-cluster-ip-range=10.96.0.0/16",
                "ServiceCIDRSourcesDisagree");
        text(
                "kubeadm says a Service range inside the pods'",
                FLANNEL,
                "kubeadm-config",
                "ClusterConfiguration",
                "serviceSubnet: 10.96.0.0/12",
                "serviceSubnet: 10.244.128.0/17",
                "CIDROverlap",
                "ServiceCIDRSourcesDisagree");
        Cluster calico = Exports.cluster("kubeadm-calico");
        edit(
                "Calico's pool lies outside",
                calico,
                "IPPool",
                "default-ipv4-ippool",
                List.of("spec", "cidr"),
                "192.168.0.0/16",
                "PodCIDRSourcesDisagree");
        text(
                "Cilium's pool is another",
                Exports.cluster("kubeadm-cilium"),
                "cilium-config",
                "cluster-pool-ipv4-cidr",
                "10.0.0.0/13",
                "10.0.0.0/8",
                "PodCIDRSourcesDisagree");
        Cluster weave = Exports.cluster("kubeadm-weave");
        edit(
                "Weave's range is another",
                weave,
                "DaemonSet",
                "weave-net",
                List.of("spec", "template", "spec", "containers", "0", "env", "0", "value"),
                "10.48.0.0/16",
                "PodCIDRSourcesDisagree",
                "ProviderRetired");
        edit(
                "the ServiceCIDR object is another",
                FLANNEL,
                "ServiceCIDR",
                "kubernetes",
                List.of("spec", "cidrs"),
                List.of("10.100.0.0/16"),
                "ServiceCIDRSourcesDisagree");
        edit(
                "OpenShift's pod range holds its Services",
                Exports.cluster("openshift"),
                "Network",
                "cluster",
                List.of("spec", "clusterNetwork", "0", "cidr"),
                "172.16.0.0/12",
                "CIDROverlap");
        edit(
                "k3s was started with overlapping ranges",
                Exports.cluster("k3s"),
                "Node",
                "server1",
                List.of("metadata", "annotations", "k3s.io/node-args"),
                "[\"server\",\"--cluster-cidr\",\"10.32.0.0/12\",\"--service-cidr\",\"10.43.0.0/16\",\"--cluster-dns\",\"10.43.0.10\"]",
                "CIDROverlap");
    }

    private void nodes() {
        edit("a node has no range", FLANNEL, "Node", "w1", List.of("spec"), Map.of(), "NodePodCIDRMissing");
        edit(
                "a node's range lies outside",
                FLANNEL,
                "Node",
                "w1",
                List.of("spec", "podCIDRs"),
                List.of("10.99.1.0/24"),
                "NodePodCIDROutside");
        edit(
                "two nodes have one range",
                FLANNEL,
                "Node",
                "w2",
                List.of("spec", "podCIDRs"),
                List.of("10.244.1.0/24"),
                "NodePodCIDRDuplicate");
        edit(
                "a node's address lies among the pods'",
                FLANNEL,
                "Node",
                "w1",
                List.of("status", "addresses", "0", "address"),
                "10.244.77.1",
                "NodeIPInPodCIDR");
        edit(
                "a machine was cloned",
                FLANNEL,
                "Node",
                "w1",
                List.of("status", "nodeInfo", "machineID"),
                "%032x".formatted(1),
                "NodeDuplicate");
        edit(
                "two nodes have one address",
                FLANNEL,
                "Node",
                "w1",
                List.of("status", "addresses", "0", "address"),
                "192.168.0.10",
                "NodeDuplicate");
        edit(
                "a node runs Docker without its shim",
                FLANNEL,
                "Node",
                "w1",
                List.of("status", "nodeInfo", "containerRuntimeVersion"),
                "docker://20.10.7",
                "RuntimeUnsupported");
        Cluster full = FLANNEL;
        for (int i = 0; i < 220; i++) {
            full = ClusterEdit.plus(full, pod("p" + i, "w1"));
        }
        add("a node's range is nearly used up", full, "PodRangeNearlyFull");
        Cluster small = Exports.cluster(replaced("kubeadm-flannel", "10.244.0.0/16", "10.244.0.0/22"));
        add("the pod range has room for one more node", without(small, "Service", "nobody"));
        add(
                "the pod range has room for no more node",
                ClusterEdit.plus(small, node("w3", "10.244.3.0/24", "192.168.0.13")),
                "PodRangeNearlyFull");
    }

    private void dns() {
        text(
                "the kubelets ask another address",
                FLANNEL,
                "kubelet-config",
                "kubelet",
                "10.96.0.10",
                "10.0.0.10",
                "KubeletDNSMismatch");
        text(
                "the kubelets search another domain",
                FLANNEL,
                "kubelet-config",
                "kubelet",
                "cluster.local",
                "k8s.example",
                "CorefileDomainMismatch");
        text(
                "the Corefile serves another domain",
                FLANNEL,
                "coredns",
                "Corefile",
                "kubernetes cluster.local",
                "kubernetes k8s.example",
                "CorefileDomainMismatch");
        text(
                "the Corefile has an unknown plugin",
                FLANNEL,
                "coredns",
                "Corefile",
                "loadbalance",
                "loadbalancer",
                "CorefileInvalid");
        text(
                "the Corefile has an unknown option",
                FLANNEL,
                "coredns",
                "Corefile",
                "pods insecure",
                "pod insecure",
                "CorefileInvalid");
        text(
                "the Corefile lacks a brace",
                FLANNEL,
                "coredns",
                "Corefile",
                "lameduck 5s\n    }",
                "lameduck 5s",
                "CorefileInvalid");
        text(
                "a stub domain takes the cluster's names",
                FLANNEL,
                "coredns",
                "Corefile",
                ".:53 {",
                "local:53 {\n    forward . 10.20.0.53\n}\n.:53 {",
                "StubHijack");
        text(
                "hosts has a typo",
                FLANNEL,
                "coredns",
                "Corefile",
                "    loop",
                "    hosts /dev/null {\n        10.0.0.1 a.example\n        fallthru\n        fallthrough\n    }\n    loop",
                "HostsTypo");
        text(
                "the DNS forwards to itself",
                FLANNEL,
                "coredns",
                "Corefile",
                "forward . /etc/resolv.conf",
                "forward . 127.0.0.1",
                "DNSLoopRisk");
        text(
                "the platform's files repeat a zone",
                Exports.cluster("aks"),
                "coredns-custom",
                "corp.server",
                "corp.example:53",
                ".:53",
                "CorefileInvalid");
        edit(
                "the DNS Service has another address than the kubelets know",
                FLANNEL,
                "Service",
                "kube-dns",
                List.of("spec", "clusterIPs"),
                List.of("10.96.0.11"),
                "KubeletDNSMismatch");
        edit(
                "OpenShift's status names another address",
                Exports.cluster("openshift"),
                "DNS",
                "default",
                List.of("status", "clusterIP"),
                "172.30.0.11",
                "KubeletDNSMismatch");
        edit(
                "k3s names another address",
                Exports.cluster("k3s"),
                "Node",
                "server1",
                List.of("metadata", "annotations", "k3s.io/node-args"),
                "[\"server\",\"--cluster-cidr\",\"10.42.0.0/16\",\"--service-cidr\",\"10.43.0.0/16\",\"--cluster-dns\",\"10.43.0.53\"]",
                "KubeletDNSMismatch");
    }

    private void proxy() {
        text(
                "kube-proxy is told userspace",
                FLANNEL,
                "kube-proxy",
                "config.conf",
                "mode: \"\"",
                "mode: userspace",
                "ProxyModeMismatch",
                "ProxyModeUnsupported");
        text(
                "kube-proxy is told ipvs and does iptables",
                FLANNEL,
                "kube-proxy",
                "config.conf",
                "mode: \"\"",
                "mode: ipvs",
                "ProxyModeDeprecated",
                "ProxyModeMismatch");
        text(
                "kube-proxy runs ipvs",
                Exports.cluster("kubeadm-calico"),
                "kube-proxy",
                "config.conf",
                "mode: \"\"",
                "mode: \"ipvs\"",
                "ProxyModeDeprecated");
        text(
                "kube-proxy is told nonsense",
                Exports.cluster("kubeadm-calico"),
                "kube-proxy",
                "config.conf",
                "mode: \"\"",
                "mode: iptable",
                "ProxyModeUnsupported");
        edit(
                "a NodePort lies outside of the range",
                FLANNEL,
                "Service",
                "shop",
                List.of("spec", "ports", "0", "nodePort"),
                8080,
                "NodePortOutside");
    }

    private void reports() {
        report(
                "a node report of a healthy node",
                Map.of("resolv.conf", resolvConf("10.96.0.10"), "net.d.10-flannel.conflist", CONFLIST));
        report(
                "pods of a node ask another address",
                Map.of("resolv.conf", resolvConf("10.0.0.10")),
                "KubeletDNSMismatch");
        report(
                "pods of a node search another domain",
                Map.of("resolv.conf", "nameserver 10.96.0.10\nsearch svc.k8s.example\n"),
                "KubeletDNSMismatch");
        report(
                "the node's resolver is on itself",
                Map.of("host-resolv.conf", "nameserver 127.0.0.53\n"),
                "DNSLoopRisk");
        report(
                "an earlier network left its file",
                Map.of("net.d.05-weave.conflist", CONFLIST, "net.d.10-flannel.conflist", CONFLIST),
                "CNIMultiple");
        report(
                "a hidden file wins",
                Map.of("net.d..tmp.conflist", CONFLIST, "net.d.10-flannel.conflist", CONFLIST),
                "CNIMultiple");
        report("the network's file is cut off", Map.of("net.d.10-flannel.conflist", "{\"name\":"), "CNIInvalid");
        report(
                "a plugin is missing",
                Map.of("net.d.10-flannel.conflist", CONFLIST, "plugin.flannel", "1.7.1"),
                "CNIPluginMissing");
        report(
                "a bridge hides pods' addresses",
                Map.of(
                        "net.d.10-bridge.conflist",
                        "{\"cniVersion\":\"1.0.0\",\"name\":\"b\",\"plugins\":[{\"type\":\"bridge\",\"ipMasq\":true}]}"),
                "IpMasqOnRoutedBridge");
        report("the kernel drops forwarded packets", Map.of("forward-policy", "DROP\n"), "ForwardDrop");
        report(
                "a firewall stands between nodes",
                Map.of("ports.json", "{\"w2\": {\"10250\": false, \"6443\": true}}"),
                "PortsBlocked");
        report("Docker's bridge has addresses of pods", Map.of("addr.json", """
                [{"ifname":"docker0","address":"02:42:00:00:00:01","addr_info":[{"local":"10.244.9.1","prefixlen":24,"scope":"global"}]}]"""), "CIDROverlap");
        report("the cluster's own bridge is no conflict", Map.of("addr.json", """
                [{"ifname":"cni0","addr_info":[{"local":"10.244.1.1","prefixlen":24,"scope":"global"}]}]"""));
    }

    private void odds() {
        ClusterObject policy = object("NetworkPolicy", "apps", "deny", Map.of());
        add("flannel enforces no policy", ClusterEdit.plus(FLANNEL, policy), "PolicyNotEnforced");
        add("Calico enforces policies", ClusterEdit.plus(Exports.cluster("kubeadm-calico"), policy));
        Cluster costly = FLANNEL;
        for (int i = 0; i < 5; i++) {
            costly = ClusterEdit.plus(costly, object("Service", "apps", "lb" + i, Map.of("type", "LoadBalancer")));
        }
        add("five load balancers", costly, "LoadBalancerCost");
        Cluster tight = Exports.cluster(replaced("kubeadm-flannel", "10.96.0.0/12", "10.96.0.0/28"));
        for (int i : new int[] {2, 3, 4, 5, 6, 7, 8, 9, 11, 12}) {
            tight = ClusterEdit.plus(tight, object("Service", "apps", "s" + i, Map.of("clusterIP", "10.96.0." + i)));
        }
        add("the Service range is nearly used up", tight, "ServiceRangeNearlyFull");
    }

    private void add(String name, Cluster cluster, String... conflicts) {
        all.add(new Mutation(name, cluster, new TreeSet<>(List.of(conflicts))));
    }

    private void text(
            String name, Cluster cluster, String config, String key, String from, String to, String... conflicts) {
        ClusterObject object = named(cluster, "ConfigMap", config);
        String before = object.data(key).orElseThrow();
        if (!before.contains(from)) {
            throw new IllegalStateException(name + ": " + config + " does not hold " + from);
        }
        add(name, ClusterEdit.withData(cluster, object, key, before.replace(from, to)), conflicts);
    }

    private void edit(
            String name,
            Cluster cluster,
            String kind,
            String object,
            List<String> path,
            Object value,
            String... conflicts) {
        add(name, ClusterEdit.with(cluster, named(cluster, kind, object), path, value), conflicts);
    }

    private void flag(String name, String pod, String from, String to, String... conflicts) {
        ClusterObject object = named(FLANNEL, "Pod", pod);
        List<String> command =
                object.tree().items("spec", "containers").getFirst().texts("command");
        int at = command.indexOf(from);
        edit(
                name,
                FLANNEL,
                "Pod",
                pod,
                List.of("spec", "containers", "0", "command", Integer.toString(at)),
                to,
                conflicts);
    }

    private void report(String name, Map<String, String> data, String... conflicts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("metadata", Map.of("labels", Map.of(NodeReport.LABEL, "w1")));
        tree.put("data", data);
        ObjectId id = new ObjectId("ConfigMap", "portafilter-system", "portafilter-node-w1");
        add(name, ClusterEdit.plus(FLANNEL, new ClusterObject(id, new Tree(tree))), conflicts);
    }

    private static String resolvConf(String nameserver) {
        return "search kube-system.svc.cluster.local svc.cluster.local cluster.local\nnameserver " + nameserver
                + "\noptions ndots:5\n";
    }

    private static ClusterObject named(Cluster cluster, String kind, String name) {
        return cluster.all(kind).stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Cluster without(Cluster cluster, String kind, String name) {
        return cluster.all(kind).stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .map(object -> ClusterEdit.minus(cluster, object))
                .orElse(cluster);
    }

    private static ClusterObject object(String kind, String namespace, String name, Map<String, Object> spec) {
        return new ClusterObject(new ObjectId(kind, namespace, name), new Tree(Map.of("spec", spec)));
    }

    private static ClusterObject pod(String name, String node) {
        return object("Pod", "apps", name, Map.of("nodeName", node));
    }

    private static ClusterObject node(String name, String range, String address) {
        return new ClusterObject(
                new ObjectId("Node", "", name),
                new Tree(Map.of(
                        "spec", Map.of("podCIDRs", List.of(range)),
                        "status", Map.of("addresses", List.of(Map.of("type", "InternalIP", "address", address))))));
    }

    private static Map<String, String> replaced(String export, String from, String to) {
        Map<String, String> files = new TreeMap<>(Exports.files(export));
        files.replaceAll((name, text) -> text.replace(from, to));
        return files;
    }
}
