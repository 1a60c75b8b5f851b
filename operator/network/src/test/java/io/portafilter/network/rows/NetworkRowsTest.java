package io.portafilter.network.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.crds.net.Cidr;
import io.portafilter.network.check.Conflict;
import io.portafilter.network.check.RequiredPort;
import io.portafilter.network.check.Uplink;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cni.ConfDir;
import io.portafilter.network.cni.ConfDir.Chooser;
import io.portafilter.network.cni.Conflist;
import io.portafilter.network.cni.UpConvert;
import io.portafilter.network.cni.WeaveSplit;
import io.portafilter.network.exports.Exports;
import io.portafilter.network.observe.NodeReport;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.plan.Change;
import io.portafilter.network.plan.Plan;
import io.portafilter.network.plan.Planner;
import io.portafilter.network.spec.Proposal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows about plugins, nodes and what connects them. */
class NetworkRowsTest {
    private static final String GOOD = "{\"cniVersion\":\"1.0.0\",\"name\":\"a\",\"plugins\":[{\"type\":\"bridge\"}]}";
    private static final String CALICO = """
            {"name":"k8s-pod-network","cniVersion":"0.3.1","plugins":[
              {"type":"calico","log_level":"info","datastore_type":"kubernetes","nodename":"w1","mtu":%s,
               "ipam":{"type":"host-local","subnet":"usePodCidr"},"policy":{"type":"k8s"}},
              {"type":"portmap","snat":true,"capabilities":{"portMappings":true}}]}""";

    @Test
    @Row(value = 15, system = "/etc/cni/net.d", remains = "the agent writes the file atomically")
    void theFirstFileInByteOrderWinsHiddenOnesIncluded() {
        Map<String, String> files =
                Map.of("10-b.conflist", GOOD, "05-a.conflist", GOOD, ".x.conflist", GOOD, "00-new.tmp", "half");
        assertThat(ConfDir.loadable(files.keySet())).containsExactly(".x.conflist", "05-a.conflist", "10-b.conflist");
        assertThat(ConfDir.winner(Chooser.CONTAINERD, files)).contains(".x.conflist");

        Map<String, String> broken = Map.of("05-a.conflist", "{", "10-b.conflist", GOOD);
        assertThat(ConfDir.winner(Chooser.CONTAINERD, broken)).isEmpty();
        assertThat(ConfDir.winner(Chooser.CRI_O, broken)).contains("10-b.conflist");
    }

    @Test
    @Row(value = 16, system = "/opt/cni/bin", remains = "the agent asks each plugin for its version")
    void aPluginThatIsNotThereIsNamed() {
        Map<String, String> report = Map.of(
                "net.d.10-a.conflist",
                CALICO.formatted("0"),
                "plugin.calico",
                "3.30.3",
                "plugin.portmap",
                "1.1.1",
                "plugin.host-local",
                "1.1.1");
        assertThat(Worlds.ids(Worlds.reported(Worlds.flannel(), report))).isEmpty();

        List<Conflict> missing = Worlds.conflicts(Worlds.reported(
                Worlds.flannel(),
                Map.of(
                        "net.d.10-a.conflist",
                        CALICO.formatted("0"),
                        "plugin.calico",
                        "3.30.3",
                        "plugin.host-local",
                        "1.1.1")));
        assertThat(missing).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind().id()).isEqualTo("CNIPluginMissing");
            assertThat(conflict.message()).contains("w1", "portmap");
        });
    }

    @Test
    @Row(value = 17, system = ".conf and .conflist")
    void aSinglePluginBecomesAListOfOne() {
        String conf =
                "{\"cniVersion\":\"0.3.1\",\"name\":\"net\",\"type\":\"bridge\",\"bridge\":\"cni0\",\"ipam\":{\"type\":\"host-local\",\"subnet\":\"10.1.0.0/16\"}}";
        Conflist.Read single = Conflist.read("10-bridge.conf", conf);
        Conflist.Read list =
                Conflist.read("10-bridge.conflist", UpConvert.list(conf).orElseThrow());

        assertThat(single.problems()).isEmpty();
        assertThat(list.problems()).isEmpty();
        assertThat(list.name()).isEqualTo(single.name());
        assertThat(list.plugins())
                .singleElement()
                .satisfies(plugin -> assertThat(plugin.binaries()).containsExactly("bridge", "host-local"));
        assertThat(UpConvert.list("[]")).isEmpty();
        assertThat(Conflist.read("10-bridge.conf", conf.replace("\"}}", "\",}}"))
                        .problems())
                .containsExactly("10-bridge.conf: it is no JSON from line 1 on");
        assertThat(Conflist.read("10-bridge.conflist", conf).problems())
                .singleElement()
                .asString()
                .contains("no plugins");
    }

    @Test
    @Row(value = 23, system = "Calico's configuration")
    void calicosOwnFileIsFineAndItsMistakesAreSeen() {
        assertThat(Conflist.read("10-calico.conflist", CALICO.formatted("0")).problems())
                .isEmpty();
        assertThat(Conflist.read("10-calico.conflist", CALICO.formatted("\"0\""))
                        .problems())
                .containsExactly("10-calico.conflist: mtu is a text; write the number without quotes");
        assertThat(Conflist.read("10-calico.conflist", CALICO.formatted("0").replace("\"calico\"", "\"bridge\""))
                        .problems())
                .containsExactly(
                        "10-calico.conflist: invalid CIDR address: usePodCidr; only the calico plugin understands it");
    }

    @Test
    @Row(value = 24, system = "Weave Net", remains = "peers and connections are asked of its pods")
    void weavesRangeIsComparedWithTheClusters() {
        Cluster weave = Exports.cluster("kubeadm-weave");
        assertThat(Worlds.ids(weave)).containsExactly("ProviderRetired");

        Cluster other = Worlds.edited(
                weave, "kube-system", "kubeadm-config", "ClusterConfiguration", "10.32.0.0/12", "10.244.0.0/16");
        assertThat(Worlds.conflicts(other)).first().satisfies(conflict -> {
            assertThat(conflict.kind().id()).isEqualTo("PodCIDRSourcesDisagree");
            assertThat(conflict.message())
                    .contains(
                            "10.244.0.0/16 in ConfigMap kube-system/kubeadm-config networking.podSubnet",
                            "10.32.0.0/12 in DaemonSet kube-system/weave-net IPALLOC_RANGE");
        });
    }

    @Test
    @Row(value = 25, system = "Weave's split of its range")
    void peersGetHalvesAndHalvesOfHalves() {
        Cidr range = Cidr.parse("10.32.0.0/12").orElseThrow();
        assertThat(WeaveSplit.of(range, 2)).hasToString("[10.32.0.0/13, 10.40.0.0/13]");
        List<Cidr> three = WeaveSplit.of(range, 3);
        assertThat(three).hasToString("[10.32.0.0/13, 10.40.0.0/14, 10.44.0.0/14]");
        assertThat(three.stream().map(Cidr::size).reduce(BigInteger.ZERO, BigInteger::add))
                .isEqualTo(1_048_576);
        assertThat(three.get(0).overlaps(three.get(1)) || three.get(1).overlaps(three.get(2)))
                .isFalse();
        assertThat(WeaveSplit.of(Cidr.parse("10.32.0.0/31").orElseThrow(), 3)).hasSize(2);
    }

    @Test
    @Row(value = 26, system = "a pod's default gateway", remains = "the table inside a running pod")
    void theGatewayIsReadFromARouteTable() {
        String routes =
                "[{\"dst\":\"default\",\"gateway\":\"10.32.0.1\",\"dev\":\"weave\"},{\"dst\":\"10.32.0.0/12\",\"dev\":\"weave\"}]";
        assertThat(uplink(Map.of("route.json", routes))).contains(new Uplink("weave", "", "10.32.0.1"));
        assertThat(uplink(Map.of("route.json", routes.replace("default", "10.0.0.0/8"))))
                .isEmpty();
    }

    @Test
    @Row(value = 27, system = "flannel's Network")
    void flannelsRangeMustHoldTheNodes() {
        assertThat(Worlds.ids(Worlds.flannel())).isEmpty();
        Cluster other = Worlds.edited(
                Worlds.flannel(), "kube-flannel", "kube-flannel-cfg", "net-conf.json", "10.244", "10.224");
        assertThat(Worlds.ids(other)).containsExactly("PodCIDRSourcesDisagree");

        Observation seen = Worlds.seen(other);
        assertThat(Planner.plan(seen, Proposal.of(seen)).isEmpty())
                .as("no proposal mends it unasked")
                .isTrue();
        Plan plan = Planner.plan(seen, Worlds.spec(Worlds.flannel(), List.of("10.244.0.0/16"), "pods", "cidrs"));
        assertThat(plan.changes())
                .extracting(change -> change.object().toString())
                .containsExactly("ConfigMap kube-flannel/kube-flannel-cfg", "DaemonSet kube-flannel/kube-flannel-ds");
        Change edit = plan.changes().getFirst();
        assertThat(edit.wanted()).isEqualTo(edit.live().replace("10.224.0.0/16", "10.244.0.0/16"));
    }

    @Test
    @Row(value = 37, system = "unique machines")
    void clonesAreSeen() {
        Cluster clones = Worlds.with(Worlds.flannel(), """
                {apiVersion: v1, kind: Node, metadata: {name: w9}, spec: {podCIDRs: [10.244.9.0/24]},
                 status: {addresses: [{type: InternalIP, address: 192.168.0.19}], nodeInfo: {machineID: "00000000000000000000000000000002"}}}""");
        assertThat(Worlds.conflicts(clones)).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind().id()).isEqualTo("NodeDuplicate");
            assertThat(conflict.objects()).containsExactly("Node w1", "Node w9");
        });
    }

    @Test
    @Row(value = 38, system = "required ports", remains = "the agents connect to each other")
    void blockedPortsAreNamedAndOldOnesAreKnown() {
        assertThat(Worlds.ids(Worlds.reported(Worlds.flannel(), Map.of("ports.json", "{\"w2\": {\"10250\": true}}"))))
                .isEmpty();

        List<Conflict> blocked = Worlds.conflicts(Worlds.reported(
                Worlds.flannel(), Map.of("ports.json", "{\"w2\": {\"10250\": false, \"10251\": false}}")));
        assertThat(blocked)
                .extracting(Conflict::message)
                .containsExactly(
                        "node w1 does not reach TCP 10250 of node w2 (kubelets: the API server asks them for logs and exec)",
                        "node w1 does not reach TCP 10251 of node w2 (kube-scheduler without TLS)");
        assertThat(blocked)
                .extracting(Conflict::fix)
                .containsExactly(
                        "open it in the firewall between them",
                        "nothing: the insecure port was removed by 1.24, use 10259");
    }

    @Test
    @Row(value = 39, system = "etcd's two ports")
    void clientsAndPeersOfEtcdAreToldApart() {
        assertThat(RequiredPort.of(2379).orElseThrow().purpose()).contains("clients");
        assertThat(RequiredPort.of(2380).orElseThrow().purpose()).contains("peers");
        assertThat(RequiredPort.of(2381)).isEmpty();
    }

    @Test
    @Row(value = 53, system = "a node's interface", remains = "the agent runs ip -j on the node")
    void uplinkHardwareAddressAndGatewayOfANode() {
        String links =
                "[{\"ifname\":\"ens3\",\"address\":\"52:54:00:12:34:56\",\"addr_info\":[{\"local\":\"192.168.0.11\",\"prefixlen\":24}]}]";
        String routes = "[{\"dst\":\"default\",\"gateway\":\"192.168.0.1\",\"dev\":\"ens3\"}]";
        assertThat(uplink(Map.of("addr.json", links, "route.json", routes)))
                .contains(new Uplink("ens3", "52:54:00:12:34:56", "192.168.0.1"));
        assertThat(uplink(Map.of("addr.json", links, "route.json", "no JSON {")))
                .isEmpty();
    }

    private static Optional<Uplink> uplink(Map<String, String> data) {
        List<NodeReport> reports =
                Worlds.seen(Worlds.reported(Worlds.flannel(), data)).reports();
        return Uplink.of(reports.getFirst());
    }
}
