package io.portafilter.network.check;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.exports.Exports;
import java.util.List;
import java.util.Map;

/** The DNS, and what agents report. */
final class DnsMutations {
    private DnsMutations() {}

    static void add(Mutations all) {
        dns(all);
        providers(all);
        reports(all);
    }

    private static void dns(Mutations all) {
        all.text(
                "the kubelets ask another address",
                Mutations.FLANNEL,
                "kubelet-config",
                "kubelet",
                "10.96.0.10",
                "10.0.0.10",
                "KubeletDNSMismatch");
        all.text(
                "the kubelets search another domain",
                Mutations.FLANNEL,
                "kubelet-config",
                "kubelet",
                "cluster.local",
                "k8s.example",
                "CorefileDomainMismatch");
        all.text(
                "the Corefile serves another domain",
                Mutations.FLANNEL,
                "coredns",
                "Corefile",
                "kubernetes cluster.local",
                "kubernetes k8s.example",
                "CorefileDomainMismatch");
        all.text(
                "the Corefile has an unknown plugin",
                Mutations.FLANNEL,
                "coredns",
                "Corefile",
                "loadbalance",
                "loadbalancer",
                "CorefileInvalid");
        all.text(
                "the Corefile has an unknown option",
                Mutations.FLANNEL,
                "coredns",
                "Corefile",
                "pods insecure",
                "pod insecure",
                "CorefileInvalid");
        all.text(
                "the Corefile lacks a brace",
                Mutations.FLANNEL,
                "coredns",
                "Corefile",
                "lameduck 5s\n    }",
                "lameduck 5s",
                "CorefileInvalid");
        all.text(
                "a stub domain takes the cluster's names",
                Mutations.FLANNEL,
                "coredns",
                "Corefile",
                ".:53 {",
                "local:53 {\n    forward . 10.20.0.53\n}\n.:53 {",
                "StubHijack");
        all.text(
                "hosts has a typo",
                Mutations.FLANNEL,
                "coredns",
                "Corefile",
                "    loop",
                "    hosts /dev/null {\n        10.0.0.1 a.example\n        fallthru\n        fallthrough\n    }\n    loop",
                "HostsTypo");
        all.text(
                "the DNS forwards to itself",
                Mutations.FLANNEL,
                "coredns",
                "Corefile",
                "forward . /etc/resolv.conf",
                "forward . 127.0.0.1",
                "DNSLoopRisk");
        all.text(
                "the platform's files repeat a zone",
                Exports.cluster("aks"),
                "coredns-custom",
                "corp.server",
                "corp.example:53",
                ".:53",
                "CorefileInvalid");
        all.edit(
                "the DNS Service has another address than the kubelets know",
                Mutations.FLANNEL,
                "Service",
                "kube-dns",
                List.of("spec", "clusterIPs"),
                List.of("10.96.0.11"),
                "KubeletDNSMismatch");
        all.edit(
                "OpenShift's status names another address",
                Exports.cluster("openshift"),
                "DNS",
                "default",
                List.of("status", "clusterIP"),
                "172.30.0.11",
                "KubeletDNSMismatch");
        all.edit(
                "k3s names another address",
                Exports.cluster("k3s"),
                "Node",
                "server1",
                List.of("metadata", "annotations", "k3s.io/node-args"),
                "[\"server\",\"--cluster-cidr\",\"10.42.0.0/16\",\"--service-cidr\",\"10.43.0.0/16\",\"--cluster-dns\",\"10.43.0.53\"]",
                "KubeletDNSMismatch");
    }

    private static void reports(Mutations all) {
        all.report(
                "a node report of a healthy node",
                Map.of(
                        "resolv.conf",
                        Mutations.resolvConf("10.96.0.10"),
                        "net.d.10-flannel.conflist",
                        Mutations.CONFLIST));
        all.report(
                "pods of a node ask another address",
                Map.of("resolv.conf", Mutations.resolvConf("10.0.0.10")),
                "KubeletDNSMismatch");
        all.report(
                "pods of a node search another domain",
                Map.of("resolv.conf", "nameserver 10.96.0.10\nsearch svc.k8s.example\n"),
                "KubeletDNSMismatch");
        all.report(
                "the node's resolver is on itself",
                Map.of("host-resolv.conf", "nameserver 127.0.0.53\n"),
                "DNSLoopRisk");
        all.report(
                "an earlier network left its file",
                Map.of("net.d.05-weave.conflist", Mutations.CONFLIST, "net.d.10-flannel.conflist", Mutations.CONFLIST),
                "CNIMultiple");
        all.report(
                "a hidden file wins",
                Map.of("net.d..tmp.conflist", Mutations.CONFLIST, "net.d.10-flannel.conflist", Mutations.CONFLIST),
                "CNIMultiple");
        all.report("the network's file is cut off", Map.of("net.d.10-flannel.conflist", "{\"name\":"), "CNIInvalid");
        all.report(
                "a plugin is missing",
                Map.of("net.d.10-flannel.conflist", Mutations.CONFLIST, "plugin.flannel", "1.7.1"),
                "CNIPluginMissing");
        all.report(
                "a bridge hides pods' addresses",
                Map.of(
                        "net.d.10-bridge.conflist",
                        "{\"cniVersion\":\"1.0.0\",\"name\":\"b\",\"plugins\":[{\"type\":\"bridge\",\"ipMasq\":true}]}"),
                "IpMasqOnRoutedBridge");
        all.report("the kernel drops forwarded packets", Map.of("forward-policy", "DROP\n"), "ForwardDrop");
        all.report(
                "a firewall stands between nodes",
                Map.of("ports.json", "{\"w2\": {\"10250\": false, \"6443\": true}}"),
                "PortsBlocked");
        all.report("Docker's bridge has addresses of pods", Map.of("addr.json", """
                [{"ifname":"docker0","address":"02:42:00:00:00:01","addr_info":[{"local":"10.244.9.1","prefixlen":24,"scope":"global"}]}]"""), "CIDROverlap");
        all.report("the cluster's own bridge is no conflict", Map.of("addr.json", """
                [{"ifname":"cni0","addr_info":[{"local":"10.244.1.1","prefixlen":24,"scope":"global"}]}]"""));
    }

    private static void providers(Mutations all) {
        Cluster calico = Exports.cluster("kubeadm-calico");
        all.text(
                "Calico's MTU is a text",
                calico,
                "calico-config",
                "cni_network_config",
                "__CNI_MTU__",
                "\"__CNI_MTU__\"",
                "CNIInvalid");
        all.text(
                "Calico's list has a comma too many",
                calico,
                "calico-config",
                "cni_network_config",
                "\"snat\": true,",
                "\"snat\": true, # really\n",
                "CNIInvalid");
        all.text(
                "flannel's network has no name",
                Mutations.FLANNEL,
                "kube-flannel-cfg",
                "cni-conf.json",
                "\"name\": \"cbr0\",",
                "",
                "CNIInvalid");
        all.text(
                "flannel's file knows a version of the future",
                Mutations.FLANNEL,
                "kube-flannel-cfg",
                "cni-conf.json",
                "0.3.1",
                "3.1.0",
                "CNIInvalid");
    }
}
