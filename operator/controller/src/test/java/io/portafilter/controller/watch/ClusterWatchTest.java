package io.portafilter.controller.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.controller.apiserver.SecondApiServer;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.ConfigMap;
import io.portafilter.snapshot.EndpointSlice;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Service;
import io.portafilter.snapshot.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("api-server")
class ClusterWatchTest {
    private static final String WORLD = """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web, annotations: {nginx.ingress.kubernetes.io/ssl-redirect: "false"}}
            spec:
              ingressClassName: nginx
              rules:
              - host: web.test
                http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {ports: [{name: http, port: 80, targetPort: 8080}]}
            ---
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata: {name: web-1, labels: {kubernetes.io/service-name: web}}
            addressType: IPv4
            ports: [{name: http, port: 8080}]
            endpoints: [{addresses: [10.1.0.1], conditions: {ready: true}}]
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: options}
            data: {keep-alive: "10"}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: other}
            data: {nobody: asked}
            """;

    private final ApiServer api = ApiServer.shared();
    private volatile Snapshot seen = Snapshot.empty();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void whatIsThereIsCompleteBeforeAnythingElseHappens() {
        String namespace = api.namespace();
        api.apply(namespace, WORLD);

        watch(api.config(), new Scope.OneNamespace(namespace), namespace);

        assertThat(in(namespace)).hasSize(4);
        Ingress ingress = (Ingress) object(Kind.INGRESS, namespace, "web").orElseThrow();
        assertThat(ingress.className()).contains("nginx");
        assertThat(ingress.rules().getFirst().host()).isEqualTo("web.test");
        Service service = (Service) object(Kind.SERVICE, namespace, "web").orElseThrow();
        assertThat(service.ports().getFirst().targetPort()).contains(new Service.TargetNumber(8080));
        assertThat(service.clusterIps()).hasSize(1);
        assertThat(object(Kind.ENDPOINT_SLICE, namespace, "web-1"))
                .hasValueSatisfying(
                        slice -> assertThat(((EndpointSlice) slice).service()).contains(new Name(namespace, "web")));
        assertThat(object(Kind.CONFIG_MAP, namespace, "options"))
                .hasValueSatisfying(map -> assertThat(((ConfigMap) map).data()).isEqualTo(Map.of("keep-alive", "10")));
    }

    @Test
    void eachChangeArrives() {
        String namespace = api.namespace();
        watch(api.config(), new Scope.OneNamespace(namespace), namespace);
        assertThat(in(namespace)).isEmpty();

        api.apply(namespace, WORLD);
        eventually(() -> assertThat(in(namespace)).hasSize(4));

        api.apply(namespace, WORLD.replace("web.test", "shop.test"));
        eventually(() -> assertThat(host(namespace)).contains("shop.test"));

        api.client().services().inNamespace(namespace).withName("web").delete();
        eventually(() -> assertThat(object(Kind.SERVICE, namespace, "web")).isEmpty());
    }

    @Test
    void moreObjectsThanAPageHoldsAreAllThere() {
        String namespace = api.namespace();
        for (int i = 0; i < 1100; i += 50) {
            StringBuilder batch = new StringBuilder();
            for (int j = i; j < i + 50; j++) {
                batch.append("""
                        ---
                        apiVersion: v1
                        kind: Service
                        metadata: {name: s-%d}
                        spec: {type: ExternalName, externalName: x.test}
                        """.formatted(j));
            }
            api.apply(namespace, batch.toString());
        }

        watch(api.config(), new Scope.OneNamespace(namespace), namespace);

        assertThat(in(namespace)).hasSize(1100);
    }

    @Test
    void whatCameChangedAndWentWhileTheApiServerWasAwayIsSeenWhenItIsBack() {
        String namespace = api.namespace();
        api.apply(namespace, WORLD);
        SecondApiServer second = api.second();
        open.add(second);
        ClusterWatch watch = watch(second.config(), new Scope.OneNamespace(namespace), namespace);
        assertThat(in(namespace)).hasSize(4);
        eventually(() -> assertThat(watch.states()).allMatch(WatchState::connected));

        second.kill();
        eventually(() -> assertThat(watch.states()).noneMatch(WatchState::connected));
        api.apply(namespace, WORLD.replace("web.test", "shop.test").replace("web-1", "web-2"));
        api.client().services().inNamespace(namespace).withName("web").delete();
        api.client()
                .discovery()
                .v1()
                .endpointSlices()
                .inNamespace(namespace)
                .withName("web-1")
                .delete();
        assertThat(watch.states()).allMatch(state -> state.age().compareTo(Duration.ZERO) > 0);
        assertThat(host(namespace)).contains("web.test");
        second.start();

        eventually(() -> assertThat(host(namespace)).contains("shop.test"));
        eventually(() -> assertThat(object(Kind.SERVICE, namespace, "web")).isEmpty());
        eventually(() ->
                assertThat(object(Kind.ENDPOINT_SLICE, namespace, "web-1")).isEmpty());
        eventually(() ->
                assertThat(object(Kind.ENDPOINT_SLICE, namespace, "web-2")).isPresent());
        eventually(() -> assertThat(watch.states()).allMatch(WatchState::connected));
        assertThat(watch.states()).allMatch(state -> state.age().isZero());

        api.apply(namespace, WORLD.replace("web.test", "again.test"));
        eventually(() -> assertThat(host(namespace)).contains("again.test"));
    }

    @Test
    void aNamespaceCountsFromWhenItGetsTheLabelUntilItLosesIt() {
        String chosen = api.namespace();
        String other = api.namespace();
        api.apply(chosen, WORLD);
        api.apply(other, WORLD);
        label(chosen, Map.of("team", "a" + chosen));

        watch(api.config(), new Scope.SelectedNamespaces("team in (a" + chosen + ",a" + other + ")"), chosen);
        assertThat(in(chosen)).hasSize(4);
        assertThat(in(other)).isEmpty();

        label(other, Map.of("team", "a" + other));
        eventually(() -> assertThat(in(other)).hasSize(3));

        label(chosen, Map.of());
        // The ConfigMap is named by a flag and counts wherever it is.
        eventually(() -> assertThat(in(chosen)).extracting(KubeObject::kind).containsExactly(Kind.CONFIG_MAP));
    }

    @Test
    void theServiceOfADefaultBackendCountsWhereverItIs() {
        String namespace = api.namespace();
        String other = api.namespace();
        api.apply(other, WORLD);

        watch(api.config(), new Scope.OneNamespace(namespace), namespace, Optional.of(new Name(other, "web")));

        assertThat(in(other)).extracting(KubeObject::kind).containsExactlyInAnyOrder(Kind.SERVICE, Kind.ENDPOINT_SLICE);
    }

    private ClusterWatch watch(Config config, Scope scope, String optionsIn) {
        return watch(config, scope, optionsIn, Optional.empty());
    }

    private ClusterWatch watch(Config config, Scope scope, String optionsIn, Optional<Name> defaultBackend) {
        KubernetesClient client = Clients.of(config).cluster();
        open.add(client);
        ClusterWatch watch = new ClusterWatch(
                client,
                new WatchOptions(scope, new Name(optionsIn, "options"), defaultBackend, Optional.empty()),
                this::take);
        open.add(watch);
        watch.start().orTimeout(30, TimeUnit.SECONDS).join();
        return watch;
    }

    private synchronized void take(Collection<? extends Change> changes) {
        seen = seen.with(changes);
    }

    private List<KubeObject> in(String namespace) {
        return seen.all()
                .filter(object -> object.meta().name().namespace().equals(namespace))
                .toList();
    }

    private Optional<KubeObject> object(Kind kind, String namespace, String name) {
        return seen.get(new Ref(kind, new Name(namespace, name)));
    }

    private Optional<String> host(String namespace) {
        return object(Kind.INGRESS, namespace, "web")
                .map(Ingress.class::cast)
                .map(ingress -> ingress.rules().getFirst().host());
    }

    private void label(String namespace, Map<String, String> labels) {
        api.client()
                .namespaces()
                .withName(namespace)
                .edit(before -> new NamespaceBuilder(before)
                        .editMetadata()
                        .withLabels(labels)
                        .endMetadata()
                        .build());
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }
}
