package io.portafilter.network.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.crds.rule.SetupRule;
import io.portafilter.crds.rule.SetupRules;
import io.portafilter.crds.setup.NetworkSetup;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.explain.Resolution;
import io.portafilter.network.explain.ServiceRules;
import io.portafilter.network.exports.Exports;
import io.portafilter.network.kubeproxy.ChainNames;
import io.portafilter.network.kubeproxy.ProxyLog;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.observe.Reading;
import io.portafilter.network.observe.Topic;
import io.portafilter.network.plan.Change;
import io.portafilter.network.plan.Feasibility;
import io.portafilter.network.plan.Plan;
import io.portafilter.network.plan.Planner;
import io.portafilter.network.spec.Proposal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows about names, Services and kube-proxy. */
class ServiceRowsTest {
    @Test
    @Row(value = 5, system = "names of Services")
    void aShortNameIsTriedInTheNamespaceFirst() {
        Observation seen = Worlds.seen(Worlds.flannel());
        Resolution web = Resolution.of(seen, "web", "apps");
        assertThat(web.tries())
                .containsExactly(new Resolution.Try("web.apps.svc.cluster.local.", ".:53", "A 10.96.0.77", true));
        assertThat(web.nameserver()).isEqualTo("10.96.0.10");

        assertThat(Resolution.of(seen, "google.com", "apps").tries())
                .extracting(Resolution.Try::name)
                .containsExactly(
                        "google.com.apps.svc.cluster.local.",
                        "google.com.svc.cluster.local.",
                        "google.com.cluster.local.",
                        "google.com.");
        assertThat(Resolution.of(seen, "google.com.", "apps").tries()).hasSize(1);

        Cluster hijacked = Worlds.edited(
                Worlds.flannel(),
                "kube-system",
                "coredns",
                "Corefile",
                ".:53 {",
                "local:53 {\n forward . 10.0.0.1\n}\n.:53 {");
        assertThat(Resolution.of(Worlds.seen(hijacked), "web", "apps").tries().getFirst())
                .isEqualTo(new Resolution.Try(
                        "web.apps.svc.cluster.local.", "local:53", "whatever its upstreams say", false));
    }

    @Test
    @Row(
            value = 7,
            system = "the DNS Service's address and resolv.conf",
            remains = "the agent reads its pod's resolv.conf")
    void podsThatAskAnotherAddressAreNamed() {
        String conf = "search apps.svc.cluster.local svc.cluster.local cluster.local\nnameserver %s\n";
        assertThat(Worlds.ids(Worlds.reported(Worlds.flannel(), Map.of("resolv.conf", conf.formatted("10.96.0.10")))))
                .isEmpty();

        assertThat(Worlds.conflicts(
                        Worlds.reported(Worlds.flannel(), Map.of("resolv.conf", conf.formatted("10.0.0.10")))))
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.kind().id()).isEqualTo("KubeletDNSMismatch");
                    assertThat(conflict.message()).contains("node w1", "10.0.0.10", "10.96.0.10");
                });
    }

    @Test
    @Row(value = 8, system = "clusterDNS and clusterDomain of kubelets", remains = "the file on each node")
    void threeSourcesOfAddressAndDomainAreCompared() {
        for (String address : List.of("10.96.0.10", "10.96.0.11")) {
            for (String domain : List.of("cluster.local", "k8s.example")) {
                Cluster cluster = Worlds.edited(
                        Worlds.flannel(), "kube-system", "kubelet-config", "kubelet", "10.96.0.10", address);
                cluster = Worlds.edited(cluster, "kube-system", "kubelet-config", "kubelet", "cluster.local", domain);
                List<String> ids = Worlds.ids(cluster);
                assertThat(ids.contains("KubeletDNSMismatch")).isEqualTo(!address.equals("10.96.0.10"));
                assertThat(ids.contains("CorefileDomainMismatch")).isEqualTo(!domain.equals("cluster.local"));
            }
        }
    }

    @Test
    @Row(value = 11, system = "the node's resolv.conf", remains = "the agent reads it")
    void aStubResolverOnTheNodeIsALoop() {
        assertThat(Worlds.ids(
                        Worlds.reported(Worlds.flannel(), Map.of("host-resolv.conf", "nameserver 192.168.0.1\n"))))
                .isEmpty();

        Cluster stub = Worlds.reported(
                Worlds.flannel(), Map.of("host-resolv.conf", "nameserver 127.0.0.53\noptions edns0 trust-ad\n"));
        assertThat(Worlds.conflicts(stub)).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind().id()).isEqualTo("DNSLoopRisk");
            assertThat(conflict.fix()).contains("/run/systemd/resolve/resolv.conf");
        });
    }

    @Test
    @Row(value = 12, system = "record types", remains = "a probe asks each replica")
    void theExpectedRecordsOfAServiceAreOfItsFamilies() {
        Cluster dual = Worlds.with(Worlds.flannel(), """
                {apiVersion: v1, kind: Service, metadata: {name: dual, namespace: apps},
                 spec: {clusterIPs: [10.96.0.90, "fd00:10:96::5a"], ports: [{port: 80}]}}""");
        assertThat(Resolution.of(Worlds.seen(dual), "dual", "apps")
                        .tries()
                        .getFirst()
                        .answer())
                .isEqualTo("A 10.96.0.90, AAAA fd00:10:96::5a");
        assertThat(Resolution.of(Worlds.seen(dual), "nobody", "apps")
                        .tries()
                        .getFirst()
                        .answer())
                .isEqualTo("NXDOMAIN");
    }

    @Test
    @Row(value = 40, system = "kube-proxy's rules for a Service", remains = "the rules on a node")
    void theChainsOfAServiceAreNamedAsKubeProxyNamesThem() {
        // kube-proxy's own tests name these
        assertThat(ChainNames.service("ns1", "svc1", "p80", "TCP")).isEqualTo("KUBE-SVC-XPGD46QRK7WJZT7O");
        assertThat(ChainNames.endpoint("ns1", "svc1", "p80", "TCP", "10.180.0.1:80"))
                .isEqualTo("KUBE-SEP-SXIVWICOYRO3J4NJ");
        assertThat(ChainNames.service("ns1", "svc1", "p81", "TCP")).isNotEqualTo("KUBE-SVC-XPGD46QRK7WJZT7O");

        ServiceRules shop =
                ServiceRules.of(Worlds.seen(Worlds.flannel()), "apps", "shop").orElseThrow();
        assertThat(shop.rules())
                .singleElement()
                .asString()
                .contains("10.96.0.78 TCP 80", "every node's TCP 30080", "KUBE-SVC-", "KUBE-EXT-");
        assertThat(ServiceRules.of(Worlds.seen(Worlds.flannel()), "apps", "nobody"))
                .isEmpty();
    }

    @Test
    @Row(value = 41, system = "kube-proxy's mode", remains = "the restart, node by node")
    void aModeIsOneEditAndOneRestart() {
        Cluster cluster = Exports.cluster("kubeadm-calico");
        assertThat(Worlds.seen(cluster).proxy().effectiveMode()).contains("iptables");
        Cluster gone =
                Worlds.edited(cluster, "kube-system", "kube-proxy", "config.conf", "mode: \"\"", "mode: userspace");
        assertThat(Worlds.ids(gone)).containsExactly("ProxyModeUnsupported");

        Plan plan = Planner.plan(Worlds.seen(cluster), Worlds.spec(cluster, "NFTables", "kubeProxy", "mode"));
        assertThat(plan.changes())
                .extracting(change -> change.object().toString())
                .containsExactly("ConfigMap kube-system/kube-proxy", "DaemonSet kube-system/kube-proxy");
        Change edit = plan.changes().getFirst();
        assertThat(edit.wanted()).isEqualTo(edit.live().replace("mode: \"\"", "mode: \"nftables\""));
        assertThat(Planner.plan(Worlds.seen(cluster), Worlds.spec(cluster, "IPTables", "kubeProxy", "mode"))
                        .changes())
                .isEmpty();
    }

    @Test
    @Row(value = 42, system = "kube-proxy's log")
    void theLogNamesTheMode() {
        assertThat(ProxyLog.mode("I1121 server_linux.go:145] \"Using iptables Proxier\"\n"))
                .contains("iptables");
        assertThat(ProxyLog.mode("W0826 proxier.go:1 Flag proxy-mode=\"\" unknown, assuming iptables proxy\n"))
                .contains("iptables");
        assertThat(ProxyLog.mode("server_others.go:259] Using ipvs Proxier.\n")).contains("ipvs");
        assertThat(ProxyLog.mode("nothing about it\n")).isEmpty();
        Cluster told = Worlds.edited(
                Worlds.flannel(), "kube-system", "kube-proxy", "config.conf", "mode: \"\"", "mode: nftables");
        assertThat(Worlds.ids(told)).containsExactly("ProxyModeMismatch");
    }

    @Test
    @Row(value = 43, system = "kube-proxy's clusterCIDR")
    void aRangeThatDriftedIsSeenAndPlanned() {
        Cluster drifted = Worlds.edited(
                Worlds.flannel(), "kube-system", "kube-proxy", "config.conf", "10.244.0.0/16", "10.200.0.0/16");
        assertThat(Worlds.ids(drifted)).containsExactly("PodCIDRSourcesDisagree");
        Plan plan = Planner.plan(
                Worlds.seen(drifted), Worlds.spec(Worlds.flannel(), List.of("10.244.0.0/16"), "pods", "cidrs"));
        assertThat(plan.changes().getFirst().wanted()).contains("clusterCIDR: \"10.244.0.0/16\"");
        assertThat(plan.changes().getFirst().wanted().replace("\"10.244.0.0/16\"", "10.200.0.0/16"))
                .isEqualTo(plan.changes().getFirst().live());
        assertThat(Planner.plan(Worlds.seen(drifted), Proposal.of(Worlds.seen(drifted)))
                        .isEmpty())
                .as("no proposal mends it unasked")
                .isTrue();
        assertThat(Planner.plan(
                                Worlds.seen(Worlds.flannel()),
                                Worlds.spec(Worlds.flannel(), List.of("10.244.0.0/16"), "pods", "cidrs"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    @Row(value = 44, system = "the Service range", remains = "that allocation really uses a further range")
    void furtherRangesAreObjectsAndFullOnesAreToldOf() {
        Cluster cluster = Worlds.flannel();
        assertThat(Worlds.seen(cluster).about(Topic.SERVICE_RANGES))
                .extracting(Reading::value)
                .containsOnly("10.96.0.0/12");

        Plan plan = Planner.plan(
                Worlds.seen(cluster),
                Worlds.spec(
                        cluster,
                        List.of(Map.of("name", "extra", "cidrs", List.of("10.112.0.0/16"))),
                        "services",
                        "additional"));
        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.object()).hasToString("ServiceCIDR extra");
            assertThat(change.feasibility()).isEqualTo(Feasibility.APPLY);
        });
        Cluster old = Exports.cluster("kubeadm-weave");
        assertThat(Planner.plan(
                                Worlds.seen(old),
                                Worlds.spec(
                                        old,
                                        List.of(Map.of("name", "extra", "cidrs", List.of("10.112.0.0/16"))),
                                        "services",
                                        "additional"))
                        .changes()
                        .getFirst()
                        .feasibility())
                .isEqualTo(Feasibility.IMPOSSIBLE);
    }

    @Test
    @Row(value = 45, system = "pods and Services must not overlap")
    void aRangeOfPodsThatHoldsServicesIsRefused() {
        Cluster k3s = Exports.cluster("k3s");
        assertThat(broken(k3s, List.of("10.42.0.0/16"))).isEmpty();
        assertThat(broken(k3s, List.of("10.32.0.0/12"))).containsExactly("pod-svc-overlap");
    }

    @Test
    @Row(value = 46, system = "NodePorts")
    void aNodePortOutsideOfTheRangeIsTold() {
        Cluster outside = Worlds.with(Worlds.flannel(), """
                {apiVersion: v1, kind: Service, metadata: {name: odd, namespace: apps},
                 spec: {type: NodePort, clusterIP: 10.96.0.91, ports: [{port: 80, nodePort: 8080}]}}""");
        assertThat(Worlds.ids(Worlds.flannel())).isEmpty();
        assertThat(Worlds.conflicts(outside)).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind().id()).isEqualTo("NodePortOutside");
            assertThat(conflict.message()).contains("apps/odd", "8080", "30000-32767");
        });
    }

    @Test
    @Row(value = 51, system = "load balancers cost")
    void fiveLoadBalancersAreANote() {
        Cluster cluster = Worlds.flannel();
        for (int i = 0; i < 4; i++) {
            cluster = Worlds.with(cluster, balancer(i));
        }
        assertThat(Worlds.ids(cluster)).isEmpty();
        assertThat(Worlds.conflicts(Worlds.with(cluster, balancer(4))))
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.kind().id()).isEqualTo("LoadBalancerCost");
                    assertThat(conflict.objects()).hasSize(5);
                });
    }

    private static String balancer(int number) {
        return "{apiVersion: v1, kind: Service, metadata: {name: lb" + number
                + ", namespace: apps}, spec: {type: LoadBalancer, clusterIP: 10.96.1." + number + "}}";
    }

    @Test
    @Row(value = 52, system = "kubeadm's static pods")
    void rangesAreReadFromMirrorPodsArguments() {
        assertThat(Worlds.seen(Worlds.flannel()).readings())
                .contains(
                        new Reading(
                                Topic.SERVICE_RANGES,
                                "10.96.0.0/12",
                                "Pod kube-system/kube-apiserver-cp1",
                                "--service-cluster-ip-range"),
                        new Reading(
                                Topic.POD_RANGES,
                                "10.244.0.0/16",
                                "Pod kube-system/kube-controller-manager-cp1",
                                "--cluster-cidr"));
        assertThat(Worlds.seen(Exports.cluster("eks")).readings())
                .noneMatch(reading -> reading.object().startsWith("Pod "));
    }

    private static List<String> broken(Cluster cluster, List<String> pods) {
        return SetupRules.broken(
                        new NetworkSetup("cluster", Worlds.spec(cluster, pods, "pods", "cidrs")), Optional.empty())
                .stream()
                .map(SetupRule::id)
                .toList();
    }
}
