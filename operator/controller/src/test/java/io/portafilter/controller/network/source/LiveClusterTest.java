package io.portafilter.controller.network.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.controller.watch.Clients;
import io.portafilter.controller.watch.WatchForbiddenException;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.observe.Observation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("api-server")
class LiveClusterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiServer api = ApiServer.shared();
    private final String namespace = api.namespace();
    private final AtomicInteger changes = new AtomicInteger();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private <T extends AutoCloseable> T closing(T each) {
        open.add(each);
        return each;
    }

    private LiveCluster live(KubernetesClient client, String... configMaps) {
        return closing(new LiveCluster(
                client, new SourceOptions(namespace, new TreeSet<>(List.of(configMaps))), changes::incrementAndGet));
    }

    private LiveCluster started(String... configMaps) {
        LiveCluster live = live(closing(Clients.of(api.config())).cluster(), configMaps);
        live.start().orTimeout(30, TimeUnit.SECONDS).join();
        return live;
    }

    private List<HasMetadata> apply(String yaml) {
        return api.apply(namespace, "---\n" + yaml);
    }

    private void made(String yaml) {
        for (HasMetadata object : apply(yaml)) {
            closing(() -> api.client().resource(object).withGracePeriod(0).delete());
        }
    }

    static List<String> names() {
        return Exports.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aLiveClusterAndAnExportOfItLookTheSame(String name) {
        LoadedExport loaded = closing(LoadedExport.load(api, name));
        assertThat(loaded.refused())
                .as("the API server has its own")
                .isSubsetOf("ServiceCIDR kubernetes", "Service default/kubernetes");

        Same.assertSame(started().cluster(), loaded.export());
    }

    @Test
    void kindsThatTheApiServerDoesNotKnowAreDoneWithout() {
        LiveCluster live = started();

        assertThat(live.states())
                .extracting(state -> state.resource().plural())
                .contains("nodes", "pods", "configmaps")
                .doesNotContain("ippools.crd.projectcalico.org", "networks.config.openshift.io");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(live.states())
                        .allSatisfy(state -> assertThat(state.connected()).isTrue()));
    }

    @Test
    void whatMeansNothingIsNotToldAndWhatMeansSomethingIs() {
        made(
                "{apiVersion: v1, kind: Node, metadata: {name: w1}, spec: {podCIDR: 10.9.0.0/24, podCIDRs: [10.9.0.0/24]}}");
        String users = api.namespace();
        made("""
                apiVersion: v1
                kind: Pod
                metadata: {name: one, namespace: %s}
                spec: {nodeName: w1, containers: [{name: one, image: one}]}
                """.formatted(users));
        Resource<Node> node = api.client().nodes().withName("w1");
        Resource<Pod> pod = api.client().pods().inNamespace(users).withName("one");
        LiveCluster live = started();
        Cluster before = live.cluster();

        for (int beat = 0; beat < 3; beat++) {
            String time = "2026-01-01T00:00:0" + beat + "Z";
            node.editStatus(now -> new NodeBuilder(now)
                    .editOrNewStatus()
                    .withConditions()
                    .addNewCondition()
                    .withType("Ready")
                    .withStatus("True")
                    .withLastHeartbeatTime(time)
                    .endCondition()
                    .endStatus()
                    .build());
            pod.editStatus(now -> new PodBuilder(now)
                    .editOrNewStatus()
                    .withPhase("Running")
                    .withPodIP("10.9.0.7")
                    .withMessage(time)
                    .endStatus()
                    .build());
        }
        node.edit(now -> new NodeBuilder(now)
                .editMetadata()
                .addToLabels("zone", "b")
                .endMetadata()
                .build());
        pod.withGracePeriod(0).delete();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(live.cluster().get("Node", "", "w1").orElseThrow().label("zone"))
                    .contains("b");
            assertThat(live.cluster().get("Pod", users, "one")).isEmpty();
        });
        assertThat(changes).hasValue(2);
        assertThat(before.get("Pod", users, "one"))
                .as("what was handed out stays")
                .isPresent();
    }

    @Test
    void theClusterIsTheSameObjectUntilSomethingChangesAndAKindsListUntilOneOfItDoes() {
        made("{apiVersion: v1, kind: Node, metadata: {name: w1}}");
        LiveCluster live = started();
        Cluster before = live.cluster();
        assertThat(live.cluster()).isSameAs(before);

        apply("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}]}}");

        await().atMost(PATIENCE)
                .until(() -> live.cluster().get("Service", namespace, "web").isPresent());
        assertThat(live.cluster().objects().get("Node"))
                .isSameAs(before.objects().get("Node"));
        assertThat(live.cluster().objects().get("Service"))
                .isNotSameAs(before.objects().get("Service"));
        assertThat(live.cluster()).isSameAs(live.cluster());
    }

    @Test
    void configMapsAreReadByNameAndWhatAgentsLeftByItsLabel() {
        LiveCluster live = started("our-dns");
        String map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: NAME}, data: {Corefile: '.'}}";

        apply(map.replace("NAME", "unknown"));
        apply(map.replace("NAME", "coredns"));
        apply(map.replace("NAME", "our-dns"));
        apply(map.replace("NAME", "w1, labels: {portafilter.io/node-report: w1}"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(live.cluster().all("ConfigMap").stream()
                                .filter(object -> object.id().namespace().equals(namespace))
                                .map(object -> object.name()))
                        .containsExactly("coredns", "our-dns", "w1"));
        assertThat(Observation.of(live.cluster()).reports())
                .singleElement()
                .satisfies(report -> assertThat(report.node()).isEqualTo("w1"));

        api.client().configMaps().inNamespace(namespace).withName("w1").delete();

        await().atMost(PATIENCE)
                .until(() -> Observation.of(live.cluster()).reports().isEmpty());
    }

    @Test
    void theChartsRoleIsEnough() throws IOException {
        LiveCluster live = live(as("operator", chartsRules()));

        live.start().orTimeout(30, TimeUnit.SECONDS).join();
        apply("{apiVersion: v1, kind: ConfigMap, metadata: {name: coredns}, data: {Corefile: '.'}}");

        await().atMost(PATIENCE)
                .until(() -> live.cluster().configMap(namespace, "coredns").isPresent());
        assertThat(live.states()).noneMatch(state -> state.failure().isPresent());
    }

    @Test
    void theStartFailsWithASentenceThatNamesWhatMayNotBeRead() throws IOException {
        List<PolicyRule> rules = chartsRules().stream()
                .filter(rule -> !rule.getResources().contains("daemonsets"))
                .toList();
        LiveCluster live = live(as("stranger", rules));

        assertThatThrownBy(() -> live.start().orTimeout(30, TimeUnit.SECONDS).join())
                .hasCauseInstanceOf(WatchForbiddenException.class)
                .hasMessageContaining("The API server forbids us to list d")
                .hasMessageContaining("s.apps in all namespaces")
                .hasMessageContaining("grant list and watch");
    }

    /** Of the chart with {@code networkSetup.enabled}. */
    private List<PolicyRule> chartsRules() throws IOException {
        Path rendered = Path.of(
                System.getProperty("project.dir", ""),
                "e2e/src/test/resources/io/portafilter/e2e/chart/network-setup.objects.yaml");
        try (InputStream yaml = Files.newInputStream(rendered)) {
            return api.client().load(yaml).items().stream()
                    .filter(ClusterRole.class::isInstance)
                    .flatMap(role -> ((ClusterRole) role).getRules().stream())
                    .toList();
        }
    }

    /** A client of somebody with these rights, and the operator's in its own namespace. */
    private KubernetesClient as(String account, List<PolicyRule> rules) {
        String name = namespace + "-" + account;
        api.client()
                .resource(new ClusterRoleBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .withRules(rules)
                        .build())
                .create();
        closing(() -> api.client().rbac().clusterRoles().withName(name).delete());
        made("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: %1$s}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %1$s}
                subjects: [{kind: User, name: %1$s, apiGroup: rbac.authorization.k8s.io}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: %1$s, namespace: %2$s}
                rules: [{apiGroups: [""], resources: [configmaps], verbs: [list, watch]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: %1$s, namespace: %2$s}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: %1$s}
                subjects: [{kind: User, name: %1$s, apiGroup: rbac.authorization.k8s.io}]
                """.formatted(name, namespace));
        KubernetesClient client = closing(Clients.of(new ConfigBuilder(api.config())
                        .withImpersonateUsername(name)
                        .build()))
                .cluster();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> client.nodes().list() != null
                        && client.configMaps().inNamespace(namespace).list() != null);
        return client;
    }
}
