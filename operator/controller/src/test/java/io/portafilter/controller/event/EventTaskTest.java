package io.portafilter.controller.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.controller.leader.Leadership;
import io.portafilter.controller.leader.World;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Events on a real API server, by an account with the chart's rights to them and no others. */
@Tag("api-server")
final class EventTaskTest {
    private final ApiServer api = ApiServer.shared();
    private final KubernetesClient client = api.client();
    private final KubernetesClient writer = new KubernetesClientBuilder()
            .withConfig(new ConfigBuilder(api.config())
                    .withImpersonateUsername("event-writer")
                    .build())
            .build();
    private final World world = new World();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Finding> more = new ArrayList<>();
    private String namespace = "";
    private Optional<Leadership> leadership = Optional.empty();

    @BeforeEach
    void namespace() {
        namespace = api.namespace();
        api.apply(namespace, """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: event-writer}
                rules:
                - {apiGroups: [""], resources: [events], verbs: [create, patch]}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: event-writer}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: event-writer}
                subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: event-writer}]
                """);
    }

    @AfterEach
    void end() {
        leadership.ifPresent(Leadership::close);
        leadership = Optional.empty();
        world.close();
        writer.close();
    }

    @Test
    void aFindingIsAnEventAsKubectlDescribeShowsIt() {
        lead(false);
        put(bad("web"));

        patiently()
                .untilAsserted(
                        () -> assertThat(events("web", "AnnotationInvalid")).hasSize(1));

        Event event = events("web", "AnnotationInvalid").getFirst();
        assertThat(event.getType()).isEqualTo("Warning");
        assertThat(event.getMessage()).contains("from-to-www-redirect").contains("maybe");
        assertThat(event.getCount()).isEqualTo(1);
        assertThat(event.getSource().getComponent()).isEqualTo("portafilter");
        assertThat(event.getReportingInstance()).isEqualTo("operator-1");
        assertThat(event.getInvolvedObject().getApiVersion()).isEqualTo("networking.k8s.io/v1");
        assertThat(event.getInvolvedObject().getUid()).isEqualTo(uid("web"));
        assertThat(event.getFirstTimestamp()).isNotEmpty();
    }

    @Test
    void whatComesBackIsTheSameEventAndCounts() {
        lead(false);
        put(bad("web"));
        patiently()
                .untilAsserted(
                        () -> assertThat(count("web", "AnnotationInvalid")).isEqualTo(1));

        put(World.manifest("web"));
        put(bad("web"));

        patiently()
                .untilAsserted(
                        () -> assertThat(count("web", "AnnotationInvalid")).isEqualTo(2));
        assertThat(events("web", "AnnotationInvalid")).hasSize(1);
    }

    @Test
    void anotherLeaderTellsNothingTwice() {
        put(bad("web"));
        lead(false);
        patiently()
                .untilAsserted(
                        () -> assertThat(count("web", "AnnotationInvalid")).isEqualTo(1));
        String version = version("web", "AnnotationInvalid");

        leadership.orElseThrow().close();
        lead(false);
        put(bad("marker"));
        patiently()
                .untilAsserted(
                        () -> assertThat(events("marker", "AnnotationInvalid")).hasSize(1));

        assertThat(version("web", "AnnotationInvalid")).isEqualTo(version);
    }

    @Test
    void anUnrelatedStepTellsNothingAgain() {
        lead(true);
        put(bad("web"));
        patiently()
                .untilAsserted(
                        () -> assertThat(count("web", "AnnotationInvalid")).isEqualTo(1));
        String version = version("web", "AnnotationInvalid");

        put(World.manifest("other"));
        patiently().untilAsserted(() -> assertThat(events("other", "Sync")).hasSize(1));

        assertThat(version("web", "AnnotationInvalid")).isEqualTo(version);
    }

    @Test
    void eachChangeOfAnIngressIsToldAsIngressNginxDoes() {
        put(World.manifest("old"));
        lead(true);
        put(World.manifest("web"));
        patiently().untilAsserted(() -> assertThat(count("web", "Sync")).isEqualTo(1));
        assertThat(events("web", "Sync").getFirst().getType()).isEqualTo("Normal");
        assertThat(events("web", "Sync").getFirst().getMessage()).isEqualTo("Scheduled for sync");

        put(World.manifest("web", "nginx", "proxy-body-size: 9m"));

        patiently().untilAsserted(() -> assertThat(count("web", "Sync")).isEqualTo(2));
        assertThat(events("old", "Sync")).isEmpty();
    }

    @Test
    void changesAreNotToldWhenNobodyWantsThem() {
        lead(false);
        put(World.manifest("web"));
        put(bad("marker"));
        patiently()
                .untilAsserted(
                        () -> assertThat(events("marker", "AnnotationInvalid")).hasSize(1));

        assertThat(events("web", "Sync")).isEmpty();
    }

    @Test
    void ingressesOfOtherControllersGetNone() {
        lead(true);
        put(World.manifest("other", "foreign", "from-to-www-redirect: maybe"));
        put(bad("marker"));
        patiently()
                .untilAsserted(
                        () -> assertThat(events("marker", "AnnotationInvalid")).hasSize(1));

        assertThat(client.v1().events().inNamespace(namespace).list().getItems())
                .noneMatch(event -> event.getInvolvedObject().getName().equals("other"));
    }

    @Test
    void whatTheCompilerDoesNotKnowIsToldToo() {
        put(World.manifest("web"));
        more.add(new Finding(
                "last-good-not-stored",
                Severity.WARNING,
                new Ref(Kind.INGRESS, new Name(namespace, "web")),
                "",
                "x".repeat(5000)));

        lead(false);

        patiently()
                .untilAsserted(() -> assertThat(events("web", "LastGoodNotStored"))
                        .singleElement()
                        .satisfies(event ->
                                assertThat(event.getMessage()).endsWith("(cut; portafilter report has all of it)")));
    }

    @Test
    void whatIsTooMuchIsDroppedAndCounted() {
        put(World.manifest("web"));
        for (int i = 0; i < 40; i++) {
            more.add(new Finding(
                    "path-already-owned",
                    Severity.WARNING,
                    new Ref(Kind.INGRESS, new Name(namespace, "web")),
                    "",
                    "path " + i + " is owned"));
        }

        lead(false);

        patiently()
                .untilAsserted(
                        () -> assertThat(events("web", "PathAlreadyOwned").size()
                                        + events("web", "ServiceNotFound").size())
                                .isEqualTo(25));
        patiently()
                .untilAsserted(() -> assertThat(meters.get("portafilter_events_dropped")
                                .tag("reason", "limit")
                                .counter()
                                .count())
                        .isGreaterThanOrEqualTo(15));
    }

    @Test
    void anEventThatCannotBeWrittenHoldsNothingUp() {
        lead(true);
        HasMetadata elsewhere =
                api.apply(namespace, World.manifest("elsewhere")).getFirst();
        elsewhere.getMetadata().setNamespace("no-such-namespace");
        world.put(List.of(elsewhere));
        put(bad("web"));

        patiently()
                .untilAsserted(
                        () -> assertThat(events("web", "AnnotationInvalid")).hasSize(1));
        patiently()
                .untilAsserted(() -> assertThat(meters.get("portafilter_events_dropped")
                                .tag("reason", "refused")
                                .counter()
                                .count())
                        .isPositive());
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private static String bad(String name) {
        return World.manifest(name, "nginx", "from-to-www-redirect: maybe");
    }

    private void lead(boolean sync) {
        EventTask task = new EventTask(writer, new EventOptions("operator-1", sync), () -> more, meters);
        world.add(task);
        Leadership next = Leadership.alone(namespace, List.of(task), meters);
        leadership = Optional.of(next);
        next.start();
        put(bad("first"));
        patiently().until(() -> !events("first", "AnnotationInvalid").isEmpty());
    }

    private void put(String... manifests) {
        List<HasMetadata> objects = new ArrayList<>();
        for (String manifest : manifests) {
            objects.addAll(api.apply(namespace, manifest));
        }
        world.put(objects);
    }

    private List<Event> events(String ingress, String reason) {
        return client.v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event -> event.getInvolvedObject().getName().equals(ingress)
                        && event.getReason().equals(reason))
                .toList();
    }

    private int count(String ingress, String reason) {
        return events(ingress, reason).stream().mapToInt(Event::getCount).sum();
    }

    private String version(String ingress, String reason) {
        return events(ingress, reason).getFirst().getMetadata().getResourceVersion();
    }

    private String uid(String ingress) {
        return client.network()
                .v1()
                .ingresses()
                .inNamespace(namespace)
                .withName(ingress)
                .get()
                .getMetadata()
                .getUid();
    }
}
