package io.portafilter.controller.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.snapshot.Difference;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("api-server")
class SecretWatchTest {
    private final ApiServer api = ApiServer.shared();
    private final String namespace = api.namespace();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void contentsOfThoseThatAreAskedForAreTold() {
        secret(namespace, "a", "red");
        secret(namespace, "b", "green");
        SecretWatch watch = watch(api.config(), Optional.empty());
        assertThat(told).containsExactlyInAnyOrder("exists a", "exists b");

        want(watch, "a", "c");
        eventually(() -> assertThat(told).endsWith("a is red"));

        secret(namespace, "a", "blue");
        eventually(() -> assertThat(told).endsWith("a is blue"));
        secret(namespace, "c", "white");
        eventually(() -> assertThat(told).endsWith("exists c", "c is white"));
        api.client().secrets().inNamespace(namespace).withName("a").delete();
        eventually(() -> assertThat(told).endsWith("gone a"));
        assertThat(told).doesNotContain("b is green");
    }

    @Test
    void theDefaultCertificateMayLieElsewhere() {
        String elsewhere = api.namespace();
        secret(elsewhere, "default", "gold");
        secret(elsewhere, "other", "lead");

        SecretWatch watch = watch(api.config(), Optional.of(new Name(elsewhere, "default")));
        assertThat(told).containsExactly("exists default");

        watch.want(new Difference<>(List.of(new Name(elsewhere, "default")), List.of()));
        eventually(() -> assertThat(told).endsWith("default is gold"));
    }

    @Test
    void contentsThatMayNotBeReadCountAsAbsent() {
        String reader = "reader-" + namespace;
        api.apply(namespace, """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: reader}
                rules:
                - {apiGroups: [""], resources: [secrets], verbs: [list, watch]}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: reader}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
                subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: %s}]
                """.formatted(reader));
        secret(namespace, "a", "red");
        SecretWatch watch = watch(
                new ConfigBuilder(api.config()).withImpersonateUsername(reader).build(), Optional.empty());

        want(watch, "a");

        eventually(() -> assertThat(told).endsWith("gone a"));
    }

    private SecretWatch watch(Config config, Optional<Name> defaultCertificate) {
        Clients clients = Clients.of(config);
        open.add(clients);
        SecretWatch watch =
                new SecretWatch(clients, new Scope.OneNamespace(namespace), defaultCertificate, new SecretSink() {
                    @Override
                    public void exists(Name secret) {
                        told.add("exists " + secret.name());
                    }

                    @Override
                    public void contents(Secret secret) {
                        told.add(secret.meta().name().name() + " is "
                                + Optional.ofNullable(secret.data().get("colour"))
                                        .orElseThrow()
                                        .text());
                    }

                    @Override
                    public void gone(Name secret) {
                        told.add("gone " + secret.name());
                    }
                });
        open.add(watch);
        watch.start().orTimeout(30, TimeUnit.SECONDS).join();
        return watch;
    }

    private void want(SecretWatch watch, String... names) {
        watch.want(new Difference<>(
                List.of(names).stream().map(name -> new Name(namespace, name)).toList(), List.of()));
    }

    private void secret(String in, String name, String colour) {
        api.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(in)
                        .withName(name)
                        .endMetadata()
                        .withStringData(Map.of("colour", colour))
                        .build())
                .forceConflicts()
                .serverSideApply();
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }
}
