package io.portafilter.controller.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerIngressBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.controller.leader.Leadership;
import io.portafilter.controller.leader.World;
import io.portafilter.snapshot.Name;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Behaviour §13 on a real API server. */
@Tag("api-server")
final class StatusTaskTest {
    private static final Address ONE = new Address("203.0.113.1", "");
    private static final Address TWO = new Address("203.0.113.2", "");

    private final ApiServer api = ApiServer.shared();
    private final KubernetesClient client = api.client();
    private final World world = new World();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private String namespace = "";
    private Optional<Leadership> leadership = Optional.empty();

    @BeforeEach
    void namespace() {
        namespace = api.namespace();
    }

    @AfterEach
    void end() {
        leadership.ifPresent(Leadership::close);
        world.close();
    }

    @Test
    void eachIngressThatIsOursShowsTheAddresses() {
        put(World.manifest("web"), World.manifest("api"), World.manifest("other", "foreign", "proxy-body-size: 8m"));
        String foreign = version("other");

        lead(fixed(ONE, TWO));

        patiently().untilAsserted(() -> assertThat(shown("web")).containsExactly(ONE, TWO));
        patiently().untilAsserted(() -> assertThat(shown("api")).containsExactly(ONE, TWO));
        assertThat(shown("other")).isEmpty();
        assertThat(version("other")).isEqualTo(foreign);
    }

    @Test
    void anIngressThatComesLaterShowsThemAtOnce() {
        lead(fixed(ONE));

        put(World.manifest("late"));

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(shown("late")).containsExactly(ONE));
    }

    @Test
    void whatIsAsItShouldBeIsNotWrittenAgain() {
        put(World.manifest("web"));
        lead(fixed(ONE));
        patiently().untilAsserted(() -> assertThat(shown("web")).containsExactly(ONE));
        String version = version("web");

        end(leadership);
        lead(fixed(ONE));
        put(World.manifest("marker"));
        patiently().untilAsserted(() -> assertThat(shown("marker")).containsExactly(ONE));

        assertThat(version("web")).isEqualTo(version);
    }

    @Test
    void aStatusThatSomebodyChangesIsSetRight() {
        put(World.manifest("web"));
        lead(fixed(ONE));
        patiently().untilAsserted(() -> assertThat(shown("web")).containsExactly(ONE));

        byHand("web", TWO);

        patiently().untilAsserted(() -> assertThat(shown("web")).containsExactly(ONE));
    }

    @Test
    void theAddressesFollowTheService() {
        put(World.manifest("web"));
        service("{type: ExternalName, externalName: one.example}");
        lead(new AddressSource.OfService(new Name(namespace, "front")));
        patiently().untilAsserted(() -> assertThat(shown("web")).containsExactly(new Address("", "one.example")));

        service("{type: ExternalName, externalName: two.example}");

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(shown("web")).containsExactly(new Address("", "two.example")));
    }

    @Test
    void aServiceThatIsGoneLeavesWhatIsShown() {
        put(World.manifest("web"));
        service("{type: ExternalName, externalName: one.example}");
        lead(new AddressSource.OfService(new Name(namespace, "front")));
        patiently().untilAsserted(() -> assertThat(shown("web")).hasSize(1));
        String version = version("web");

        client.services().inNamespace(namespace).withName("front").delete();
        put(World.manifest("late"));
        patiently().untilAsserted(() -> assertThat(shown("late")).hasSize(1));

        assertThat(version("web")).isEqualTo(version);
    }

    @Test
    void aServiceThatComesLateIsWaitedFor() {
        put(World.manifest("web"));
        lead(new AddressSource.OfService(new Name(namespace, "front")));

        service("{type: ClusterIP, ports: [{port: 80}]}");

        patiently()
                .untilAsserted(() -> assertThat(shown("web"))
                        .containsExactly(new Address(
                                client.services()
                                        .inNamespace(namespace)
                                        .withName("front")
                                        .get()
                                        .getSpec()
                                        .getClusterIP(),
                                "")));
    }

    @Test
    void theAddressesFollowTheNodesOfReadyProxies() {
        String node = namespace + "-node";
        put(World.manifest("web"));
        create("""
                apiVersion: v1
                kind: Node
                metadata: {name: NODE}
                """.replace("NODE", node));
        client.nodes().withName(node).editStatus(one -> {
            one.getStatus().setAddresses(List.of(new NodeAddress("203.0.113.1", "ExternalIP")));
            return one;
        });
        pod("proxy", "controller", node);
        lead(new AddressSource.OfNodes(
                namespace,
                new TreeMap<>(Map.of("app.kubernetes.io/component", "controller")),
                false,
                Duration.ofSeconds(60)));
        patiently().untilAsserted(() -> assertThat(shown("web")).containsExactly(ONE));

        client.pods()
                .inNamespace(namespace)
                .withName("proxy")
                .withGracePeriod(0)
                .delete();

        patiently().untilAsserted(() -> assertThat(shown("web")).isEmpty());
        client.nodes().withName(node).delete();
    }

    @Test
    void anIngressThatBecomesForeignLosesWhatWeWrote() {
        put(World.manifest("web"));
        lead(fixed(ONE));
        patiently().untilAsserted(() -> assertThat(shown("web")).containsExactly(ONE));

        put(World.manifest("web", "foreign", "proxy-body-size: 8m"));

        patiently().untilAsserted(() -> assertThat(shown("web")).isEmpty());
    }

    @Test
    void anIngressThatBecomesForeignKeepsWhatAnotherWrote() {
        put(World.manifest("web"), World.manifest("marker"));
        lead(fixed(ONE));
        patiently().untilAsserted(() -> assertThat(shown("web")).containsExactly(ONE));
        end(leadership);
        byHand("web", TWO);

        put(World.manifest("web", "foreign", "proxy-body-size: 8m"));
        lead(fixed(TWO));
        patiently().untilAsserted(() -> assertThat(shown("marker")).containsExactly(TWO));

        assertThat(shown("web")).containsExactly(TWO);
    }

    @Test
    void anIngressWithALastGoodTextKeepsItsAddressAndOneThatNeverWasGoodGetsNone() {
        put(World.manifest("web"));
        lead(fixed(ONE));
        patiently().untilAsserted(() -> assertThat(shown("web")).containsExactly(ONE));

        put(
                World.manifest("web", "nginx", "from-to-www-redirect: \"maybe\""),
                World.manifest("bad", "nginx", "from-to-www-redirect: \"maybe\""),
                World.manifest("marker"));
        patiently().untilAsserted(() -> assertThat(shown("marker")).containsExactly(ONE));

        assertThat(shown("web")).containsExactly(ONE);
        assertThat(shown("bad")).isEmpty();
    }

    @Test
    void theLastReplicaOfAnUninstallationClearsWhatItWrote() {
        put(World.manifest("web"), World.manifest("other", "foreign", "proxy-body-size: 8m"));
        byHand("other", TWO);
        pod("operator-1", "operator", "");
        lead(fixed(ONE));
        patiently().untilAsserted(() -> assertThat(shown("web")).containsExactly(ONE));

        end(leadership);

        assertThat(shown("web")).isEmpty();
        assertThat(shown("other")).containsExactly(TWO);
    }

    @Test
    void anOperatorThatEndsWhileAnotherOneStaysClearsNothing() {
        put(World.manifest("web"));
        pod("operator-1", "operator", "");
        pod("operator-2", "operator", "");
        lead(fixed(ONE));
        patiently().untilAsserted(() -> assertThat(shown("web")).containsExactly(ONE));

        end(leadership);

        assertThat(shown("web")).containsExactly(ONE);
    }

    @Test
    void anOperatorThatEndsWhileProxiesServeClearsNothing() {
        put(World.manifest("web"));
        pod("operator-1", "operator", "");
        pod("proxy", "controller", "");
        lead(fixed(ONE));
        patiently().untilAsserted(() -> assertThat(shown("web")).containsExactly(ONE));

        end(leadership);

        assertThat(shown("web")).containsExactly(ONE);
    }

    @Test
    void anIngressThatIsDeletedMeanwhileHoldsNothingUp() {
        put(World.manifest("web"), World.manifest("gone"));
        client.network()
                .v1()
                .ingresses()
                .inNamespace(namespace)
                .withName("gone")
                .delete();

        lead(fixed(ONE));

        patiently().untilAsserted(() -> assertThat(shown("web")).containsExactly(ONE));
        assertThat(meters.get("portafilter_status_write_failures").counter().count())
                .isZero();
    }

    @Test
    void fiveHundredIngressesTakeSecondsAndOneWriteEach() {
        List<String> manifests = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            manifests.add(World.manifest("web-" + i));
        }
        put(manifests.toArray(String[]::new));

        long began = System.nanoTime();
        lead(fixed(ONE));
        patiently()
                .until(() -> client.network().v1().ingresses().inNamespace(namespace).list().getItems().stream()
                        .allMatch(one ->
                                !one.getStatus().getLoadBalancer().getIngress().isEmpty()));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private static AddressSource fixed(Address... addresses) {
        return new AddressSource.Fixed(List.of(addresses));
    }

    private void lead(AddressSource source) {
        StatusOptions options = new StatusOptions(
                source,
                Optional.of(namespace),
                new Name(namespace, "ingress-nginx-leader"),
                Optional.of(new Name(namespace, "operator-1")),
                true);
        StatusTask task = new StatusTask(client, options, meters);
        world.add(task);
        Leadership next = Leadership.alone(namespace, List.of(task), meters);
        leadership = Optional.of(next);
        next.start();
    }

    private void end(Optional<Leadership> running) {
        running.orElseThrow().close();
        leadership = Optional.empty();
    }

    private void put(String... manifests) {
        List<HasMetadata> objects = new ArrayList<>();
        for (String manifest : manifests) {
            objects.addAll(api.apply(namespace, manifest));
        }
        world.put(objects);
    }

    private void create(String manifest) {
        api.apply(namespace, manifest);
    }

    private void service(String spec) {
        create("apiVersion: v1\nkind: Service\nmetadata: {name: front}\nspec: " + spec);
    }

    private void pod(String name, String component, String node) {
        create("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: POD
                  labels:
                    app.kubernetes.io/name: ingress-nginx
                    app.kubernetes.io/instance: INSTANCE
                    app.kubernetes.io/component: COMPONENT
                spec:
                  NODE
                  containers:
                  - {name: main, image: none}
                """.replace("POD", name)
                .replace("INSTANCE", namespace)
                .replace("COMPONENT", component)
                .replace("NODE", node.isEmpty() ? "" : "nodeName: " + node));
        client.pods().inNamespace(namespace).withName(name).editStatus(pod -> {
            pod.getStatus().setPhase("Running");
            pod.getStatus()
                    .setConditions(List.of(new PodConditionBuilder()
                            .withType("Ready")
                            .withStatus("True")
                            .build()));
            return pod;
        });
    }

    private void byHand(String name, Address address) {
        client.network().v1().ingresses().inNamespace(namespace).withName(name).editStatus(ingress -> {
            ingress.getStatus()
                    .getLoadBalancer()
                    .setIngress(List.of(new IngressLoadBalancerIngressBuilder()
                            .withIp(address.ip())
                            .build()));
            return ingress;
        });
    }

    private List<Address> shown(String name) {
        return Seen.of(ingress(name), "").shown();
    }

    private String version(String name) {
        return ingress(name).getMetadata().getResourceVersion();
    }

    private Ingress ingress(String name) {
        return client.network()
                .v1()
                .ingresses()
                .inNamespace(namespace)
                .withName(name)
                .get();
    }
}
