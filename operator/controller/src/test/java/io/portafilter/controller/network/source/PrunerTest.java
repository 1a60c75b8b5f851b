package io.portafilter.controller.network.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrunerTest {
    private static final SourceOptions OPTIONS =
            new SourceOptions("portafilter-system", new TreeSet<>(), new TreeSet<>(List.of("cilium")));
    private final Pruner pruner = new Pruner(OPTIONS);

    static List<String> names() {
        return Exports.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsLeftOfAClusterSaysTheSame(String name) {
        List<ClusterObject> whole = Exports.objects(name);

        List<ClusterObject> pruned = new ArrayList<>();
        whole.forEach(object -> source(object.id().kind())
                .flatMap(source -> pruner.prune(source, Exports.resource(object)))
                .ifPresent(pruned::add));

        Same.assertSame(Cluster.of(pruned, Map.of()), Cluster.of(whole, Map.of()));
        assertThat(pruned).hasSize(whole.size());
    }

    private static Optional<Source> source(String kind) {
        return Stream.of(Source.values())
                .filter(source -> source.kind().equals(kind))
                .findFirst();
    }

    @Test
    void ofANodeNothingIsLeftThatItsHeartbeatChanges() {
        String node = """
                apiVersion: v1
                kind: Node
                metadata:
                  name: w1
                  resourceVersion: "VERSION"
                  labels: {kubernetes.io/hostname: w1}
                  annotations: {volumes.kubernetes.io/controller-managed-attach-detach: "VERSION", k3s.io/node-args: '["server"]'}
                  managedFields: [{manager: kubelet, time: "2026-01-01T00:00:VERSIONZ"}]
                spec: {podCIDR: 10.244.0.0/24, taints: [{key: a, effect: NoSchedule}]}
                status:
                  addresses: [{type: InternalIP, address: 192.168.0.10}]
                  capacity: {pods: "110", memory: VERSIONKi}
                  conditions: [{type: Ready, status: "True", lastHeartbeatTime: "2026-01-01T00:00:VERSIONZ"}]
                  images: [{names: [a], sizeBytes: VERSION}]
                  nodeInfo: {kubeletVersion: v1.33.4, bootID: "VERSION"}
                """;

        ClusterObject pruned = prune(Source.NODES, node.replace("VERSION", "10"));

        assertThat(prune(Source.NODES, node.replace("VERSION", "20"))).isEqualTo(pruned);
        assertThat(pruned.tree().value())
                .isEqualTo(Map.of(
                        "metadata",
                        Map.of(
                                "name",
                                "w1",
                                "labels",
                                Map.of("kubernetes.io/hostname", "w1"),
                                "annotations",
                                Map.of("k3s.io/node-args", "[\"server\"]")),
                        "spec",
                        Map.of("podCIDR", "10.244.0.0/24"),
                        "status",
                        Map.of(
                                "addresses",
                                List.of(Map.of("type", "InternalIP", "address", "192.168.0.10")),
                                "capacity",
                                Map.of("pods", "110"),
                                "nodeInfo",
                                Map.of("kubeletVersion", "v1.33.4"))));
    }

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: one, namespace: NAMESPACE, labels: {k8s-app: kube-dns}, deletionTimestamp: "2026-01-01T00:00:00Z"}
            spec:
              nodeName: w1
              containers: [{name: dns, image: coredns, args: [-conf, /etc/coredns/Corefile]}]
            status:
              phase: Running
              podIP: 10.244.0.2
              conditions:
              - {type: Initialized, status: "True"}
              - {type: Ready, status: "False", lastTransitionTime: "2026-01-01T00:00:00Z"}
              containerStatuses: [{name: dns, restartCount: 3}]
            """;

    @Test
    void ofAUsersPodOnlyItsNodeIsLeft() {
        ClusterObject pruned = prune(Source.PODS, POD.replace("NAMESPACE", "shop"));

        assertThat(pruned.tree().value())
                .isEqualTo(Map.of(
                        "metadata", Map.of("name", "one", "namespace", "shop"), "spec", Map.of("nodeName", "w1")));
    }

    @Test
    void ofThePodsOfTheClusterItIsKnownWhereTheyAreAndWhetherTheyAreReady() {
        ClusterObject pruned = prune(Source.PODS, POD.replace("NAMESPACE", "kube-system"));

        assertThat(pruned.label("k8s-app")).contains("kube-dns");
        assertThat(pruned.tree().text("metadata", "deletionTimestamp")).isPresent();
        assertThat(pruned.tree().at("spec").value()).isEqualTo(Map.of("nodeName", "w1"));
        assertThat(pruned.tree().at("status").value())
                .isEqualTo(Map.of(
                        "phase",
                        "Running",
                        "podIP",
                        "10.244.0.2",
                        "conditions",
                        List.of(Map.of("type", "Ready", "status", "False"))));
    }

    @Test
    void aPodThatOnlyCallsItselfTheControlPlaneIsNotTakenForIt() {
        String apiServer = POD.replace("k8s-app: kube-dns", "tier: control-plane, component: kube-apiserver");

        ClusterObject real = prune(Source.PODS, apiServer.replace("NAMESPACE", "kube-system"));
        ClusterObject pretended = prune(Source.PODS, apiServer.replace("NAMESPACE", "shop"));

        assertThat(real.tree().items("spec", "containers"))
                .singleElement()
                .satisfies(container ->
                        assertThat(container.texts("args")).containsExactly("-conf", "/etc/coredns/Corefile"))
                .satisfies(container -> assertThat(container.has("image")).isFalse());
        assertThat(pretended.tree().has("metadata", "labels")).isFalse();
        assertThat(pretended.tree().has("spec", "containers")).isFalse();
    }

    @Test
    void aUsersServiceIsNotTakenForTheDns() {
        String service = """
                apiVersion: v1
                kind: Service
                metadata: {name: dns, namespace: NAMESPACE, labels: {k8s-app: kube-dns}}
                spec: {clusterIP: 10.96.0.9, selector: {k8s-app: kube-dns}, ports: [{port: 53, protocol: UDP}]}
                """;

        ClusterObject users = prune(Source.SERVICES, service.replace("NAMESPACE", "shop"));

        assertThat(users.tree().has("metadata", "labels")).isFalse();
        assertThat(users.tree().has("spec", "selector")).isFalse();
        assertThat(users.tree().text("spec", "clusterIP")).contains("10.96.0.9");
        assertThat(prune(Source.SERVICES, service.replace("NAMESPACE", "kube-system"))
                        .label("k8s-app"))
                .contains("kube-dns");
    }

    @Test
    void configMapsAndWorkloadsCountInNamespacesOfTheClusterOnly() {
        String map = """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: kube-flannel-cfg, namespace: NAMESPACE}
                data: {net-conf.json: '{"Network": "10.9.0.0/16"}'}
                """;

        for (String namespace : List.of("kube-system", "kube-flannel", "portafilter-system", "cilium")) {
            assertThat(pruner.prune(Source.CONFIG_MAPS, Exports.resource(map.replace("NAMESPACE", namespace))))
                    .as(namespace)
                    .isPresent();
        }
        assertThat(pruner.prune(Source.CONFIG_MAPS, Exports.resource(map.replace("NAMESPACE", "shop"))))
                .isEmpty();
        GenericKubernetesResource daemon = Exports.resource("""
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: calico-node, namespace: shop}
                """);
        assertThat(pruner.prune(Source.DAEMON_SETS, daemon)).isEmpty();
    }

    @Test
    void ofManagedFieldsOnlyTheManagersAreLeft() {
        ClusterObject pruned = prune(Source.CONFIG_MAPS, """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: coredns
                  namespace: kube-system
                  resourceVersion: "7"
                  uid: 1-2-3
                  annotations: {kubectl.kubernetes.io/last-applied-configuration: "{}", objectset.rio.cattle.io/id: ""}
                  managedFields:
                  - {manager: kubectl, operation: Update, time: "2026-01-01T00:00:00Z", fieldsV1: {"f:data": {}}}
                  - {manager: eks, operation: Apply}
                  - {manager: kubectl, operation: Apply}
                data: {Corefile: ". {}"}
                """);

        assertThat(pruned.tree().value())
                .isEqualTo(Map.of(
                        "metadata",
                        Map.of(
                                "name",
                                "coredns",
                                "namespace",
                                "kube-system",
                                "annotations",
                                Map.of("objectset.rio.cattle.io/id", ""),
                                "managedFields",
                                List.of(Map.of("manager", "eks"), Map.of("manager", "kubectl"))),
                        "data",
                        Map.of("Corefile", ". {}")));
    }

    @Test
    void ofAWorkloadEverythingIsLeftThatSaysWhatItRunsAndWhetherItRolled() {
        ClusterObject pruned = prune(Source.DAEMON_SETS, """
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: kube-proxy, namespace: kube-system, generation: 3, labels: {k8s-app: kube-proxy}}
                spec:
                  selector: {matchLabels: {k8s-app: kube-proxy}}
                  revisionHistoryLimit: 10
                  updateStrategy: {type: RollingUpdate}
                  template:
                    metadata: {annotations: {kubectl.kubernetes.io/restartedAt: now}}
                    spec: {containers: [{name: kube-proxy, env: [{name: A, value: b}]}]}
                status: {observedGeneration: 3, numberUnavailable: 1}
                """);

        assertThat(pruned.tree().number("metadata", "generation")).contains(3);
        assertThat(pruned.tree().number("status", "observedGeneration")).contains(3);
        assertThat(pruned.tree().text("spec", "updateStrategy", "type")).contains("RollingUpdate");
        assertThat(pruned.tree()
                        .text("spec", "template", "metadata", "annotations", "kubectl.kubernetes.io/restartedAt"))
                .contains("now");
        assertThat(pruned.tree().has("spec", "template", "spec", "containers")).isTrue();
        assertThat(pruned.tree().has("spec", "revisionHistoryLimit")).isFalse();
    }

    private ClusterObject prune(Source source, String yaml) {
        return pruner.prune(source, Exports.resource(yaml)).orElseThrow();
    }
}
