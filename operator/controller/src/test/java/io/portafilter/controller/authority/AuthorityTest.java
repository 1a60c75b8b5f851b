package io.portafilter.controller.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.controller.leader.LeaderTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authority and its Secret, in a real API server. */
@Tag("api-server")
class AuthorityTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Schedule FAST =
            new Schedule(Duration.ofHours(2), Duration.ofHours(1), Duration.ofSeconds(3), Duration.ofSeconds(15));

    private final ApiServer server = ApiServer.shared();
    private final KubernetesClient client = server.client();
    private final String namespace = server.namespace();
    private final AuthorityOptions options =
            AuthorityOptions.of(namespace, "pf", List.of("localhost", "pf-operator." + namespace + ".svc"));
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void ofReplicasThatStartTogetherOneMakesItAndAllUseIt() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Authority>> starting = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                starting.add(threads.submit(() -> start(options)));
            }
            Set<String> bundles = new HashSet<>();
            for (Future<Authority> replica : starting) {
                bundles.add(replica.get().bundle());
            }
            assertThat(bundles).hasSize(1);
        }
        assertThat(secret().getData()).containsOnlyKeys("current.crt", "current.key");
    }

    @Test
    void anEmptySecretAsTheChartMakesItIsFilledOnce() throws Exception {
        client.resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName("pf-ca")
                        .endMetadata()
                        .build())
                .create();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Authority>> starting =
                    List.of(threads.submit(() -> start(options)), threads.submit(() -> start(options)));
            assertThat(starting.get(0).get().bundle())
                    .isEqualTo(starting.get(1).get().bundle());
        }
        assertThat(secret().getData()).containsOnlyKeys("current.crt", "current.key");
    }

    @Test
    void aReplicaThatStartsAgainUsesWhatIsThere() {
        String first = start(options).bundle();
        assertThat(start(options).bundle()).isEqualTo(first);
    }

    @Test
    void itsCertificateProvesTheNamesThatItIsTold() throws Exception {
        Authority authority = start(options);
        try (TlsServer tls = new TlsServer(authority.serverContext())) {
            var shown = TrustingClient.connect(tls.port(), "localhost", authority.bundle(), Instant.now());
            assertThat(CertificatesTest.names(shown)).containsExactly("localhost", "pf-operator." + namespace + ".svc");
            assertThat(shown.getNotAfter().toInstant()).isEqualTo(authority.leafUntil());
            assertThat(authority.authorityUntil()).isAfter(Instant.now().plus(Duration.ofDays(3600)));
        }
    }

    @Test
    void itsTimesAreMetrics() {
        Authority authority = start(options);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        AuthorityMetrics.register(meters, authority);
        assertThat(meters.get("portafilter_authority_certificate_expiry")
                        .timeGauge()
                        .value(TimeUnit.SECONDS))
                .isEqualTo((double) authority.leafUntil().getEpochSecond());
        assertThat(meters.get("portafilter_authority_expiry").timeGauge().value(TimeUnit.SECONDS))
                .isEqualTo((double) authority.authorityUntil().getEpochSecond());
        assertThat(meters.scrape())
                .contains("portafilter_authority_certificate_expiry_seconds", "portafilter_authority_expiry_seconds");
    }

    @Test
    void theLeaderPublishesTheBundleAndKeepsItAsItShouldBe() {
        Authority authority = start(options.with(FAST));
        lead(authority.rotation());
        await().atMost(PATIENCE).until(() -> authority.bundle().equals(bundle()));
        client.configMaps().inNamespace(namespace).withName("pf-ca-bundle").edit(map -> {
            map.setData(Map.of("ca.crt", "somebody's mistake", "other", "kept"));
            return map;
        });
        await().atMost(PATIENCE).until(() -> authority.bundle().equals(bundle()));
        assertThat(client.configMaps()
                        .inNamespace(namespace)
                        .withName("pf-ca-bundle")
                        .get()
                        .getData())
                .containsEntry("other", "kept");
    }

    @Test
    void noHandshakeFailsThroughAWholeRotation(@TempDir Path folder) throws Exception {
        Instant longAgo = Instant.now().minus(FAST.rotateAfter());
        Authorities old = Authorities.first(Certificates.authority(longAgo, FAST.life()));
        secret(SecretForm.write(old));
        Authority leader = start(options.with(FAST));
        Authority follower = start(options.with(FAST));
        List<String> bundles = new CopyOnWriteArrayList<>();
        follower.onBundle(bundles::add);
        lead(leader.rotation());
        Path file = folder.resolve("ca.crt");
        await().atMost(PATIENCE).until(() -> !bundle().isEmpty());

        Set<Principal> issuers = new HashSet<>();
        int connections = 0;
        try (TlsServer one = new TlsServer(leader.serverContext());
                TlsServer other = new TlsServer(follower.serverContext())) {
            Instant read = Instant.EPOCH;
            while (bundles.size() < 3 || !bundles.getLast().equals(bundle())) {
                assertThat(Duration.between(longAgo, Instant.now())).isLessThan(FAST.life());
                // As a kubelet does, only faster: the file follows the ConfigMap, late.
                if (Duration.between(read, Instant.now()).compareTo(Duration.ofSeconds(1)) > 0) {
                    Files.writeString(file, bundle());
                    read = Instant.now();
                }
                for (TlsServer tls : List.of(one, other)) {
                    issuers.add(TrustingClient.connect(tls.port(), "localhost", Files.readString(file), Instant.now())
                            .getIssuerX500Principal());
                    connections++;
                }
            }
            assertThat(one.handshakes() + other.handshakes()).isEqualTo(connections);
        }
        assertThat(issuers).hasSize(2).contains(old.current().certificate().getSubjectX500Principal());
        assertThat(bundles).hasSize(3).first().isEqualTo(old.bundle());
        assertThat(bundles.get(1)).startsWith(old.bundle());
        assertThat(bundles.get(2)).isEqualTo(leader.bundle()).doesNotContain(old.bundle());
        assertThat(secret().getData()).containsOnlyKeys("current.crt", "current.key");
    }

    @Test
    void twoThatBelieveToLeadMakeOneRotation() {
        secret(SecretForm.write(
                Authorities.first(Certificates.authority(Instant.now().minus(FAST.rotateAfter()), FAST.life()))));
        Authority one = start(options.with(FAST));
        Authority other = start(options.with(FAST));
        List<String> bundles = new CopyOnWriteArrayList<>();
        one.onBundle(bundles::add);
        lead(one.rotation());
        lead(other.rotation());
        await().atMost(PATIENCE)
                .until(() -> bundles.size() >= 3 && secret().getData().size() == 2);
        assertThat(Set.copyOf(bundles)).hasSize(3);
        assertThat(one.bundle()).isEqualTo(other.bundle());
    }

    @Test
    void whatIsNoAuthorityIsNamedAndNeverOverwritten() {
        Secret written = secret(Map.of("current.crt", "aGVsbG8=", "current.key", "aGVsbG8="));
        assertThatThrownBy(() -> start(options))
                .isInstanceOf(BadAuthority.class)
                .hasMessageContaining(
                        "Secret " + namespace + "/pf-ca, data[current.crt]: is not one certificate in PEM. Restore");
        assertThat(secret()).isEqualTo(written);
    }

    @Test
    void whatBecomesBadWhileItRunsChangesNothing() {
        Authority authority = start(options.with(FAST));
        String bundle = authority.bundle();
        Instant until = authority.leafUntil();
        client.secrets()
                .inNamespace(namespace)
                .withName("pf-ca")
                .edit(secret -> new SecretBuilder(secret)
                        .addToData("current.key", "aGVsbG8=")
                        .build());
        // Its certificate is renewed as before.
        await().atMost(PATIENCE).until(() -> authority.leafUntil().isAfter(until));
        assertThat(authority.bundle()).isEqualTo(bundle);
    }

    @Test
    void whenItIsEmptiedNothingHappensUntilTheOperatorIsRestarted() {
        Authority authority = start(options.with(FAST));
        lead(authority.rotation());
        String bundle = authority.bundle();
        Instant until = authority.leafUntil();
        client.secrets()
                .inNamespace(namespace)
                .withName("pf-ca")
                .edit(secret -> new SecretBuilder(secret).withData(null).build());
        await().atMost(PATIENCE).until(() -> authority.leafUntil().isAfter(until));
        assertThat(authority.bundle()).isEqualTo(bundle);
        assertThat(secret().getData()).isNullOrEmpty();

        Authority restarted = start(options.with(FAST));
        assertThat(restarted.bundle()).isNotEqualTo(bundle);
        await().atMost(PATIENCE).until(() -> authority.bundle().equals(restarted.bundle()));
        await().atMost(PATIENCE).until(() -> restarted.bundle().equals(bundle()));
    }

    @Test
    void deletingItIsTheSame() {
        Authority authority = start(options.with(FAST));
        String bundle = authority.bundle();
        Instant until = authority.leafUntil();
        client.secrets().inNamespace(namespace).withName("pf-ca").delete();
        await().atMost(PATIENCE).until(() -> authority.leafUntil().isAfter(until));
        assertThat(authority.bundle()).isEqualTo(bundle);
        assertThat(client.secrets().inNamespace(namespace).withName("pf-ca").get())
                .isNull();
        assertThat(start(options.with(FAST)).bundle()).isNotEqualTo(bundle);
    }

    @Test
    void rightsToTheChartsSecretAndConfigMapAreEnough() throws Exception {
        server.apply(namespace, """
                apiVersion: v1
                kind: Secret
                metadata: {name: pf-ca}
                type: Opaque
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: pf-ca-bundle}
                """);
        KubernetesClient operator = operator();
        assertThatThrownBy(() -> operator.secrets().inNamespace(namespace).list())
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("forbidden");
        List<Authority> replicas = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Authority>> starting = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starting.add(
                        threads.submit(() -> Authority.start(operator, options.with(FAST), InstantSource.system())));
            }
            for (Future<Authority> replica : starting) {
                replicas.add(replica.get());
            }
        }
        open.addAll(replicas);
        assertThat(replicas.stream().map(Authority::bundle).distinct()).hasSize(1);
        lead(replicas.getFirst().rotation());
        await().atMost(PATIENCE).until(() -> replicas.getLast().bundle().equals(bundle()));

        Authorities other = Authorities.first(Certificates.authority(Instant.now(), FAST.life()));
        client.secrets()
                .inNamespace(namespace)
                .withName("pf-ca")
                .edit(secret -> new SecretBuilder(secret)
                        .withData(SecretForm.write(other))
                        .build());
        await().atMost(PATIENCE).until(() -> other.bundle().equals(bundle()));
        await().atMost(PATIENCE).until(() -> replicas.getLast().bundle().equals(other.bundle()));
    }

    @Test
    void whereItIsNotThereAndMayNotBeCreatedAPersonIsTold() {
        KubernetesClient operator = operator();
        assertThatThrownBy(() -> Authority.start(operator, options, InstantSource.system()))
                .isInstanceOf(BadAuthority.class)
                .hasMessage("Secret " + namespace
                        + "/pf-ca is not there, and the operator may not create it. Create it without"
                        + " data, as `helm upgrade` does: the operator then makes a new authority");
    }

    /** With the rights that the chart gives. */
    private KubernetesClient operator() {
        server.apply(namespace, """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: authority}
                rules:
                - {apiGroups: [""], resources: [secrets], resourceNames: [pf-ca], verbs: [get, list, watch, update]}
                - {apiGroups: [""], resources: [configmaps], resourceNames: [pf-ca-bundle], verbs: [get, update]}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: authority}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: authority}
                subjects: [{kind: User, name: operator, apiGroup: rbac.authorization.k8s.io}]
                """);
        KubernetesClient operator = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(server.config())
                        .withImpersonateUsername("operator")
                        .build())
                .build();
        open.add(operator);
        return operator;
    }

    private Authority start(AuthorityOptions with) {
        Authority authority = Authority.start(client, with, InstantSource.system());
        synchronized (open) {
            open.add(authority);
        }
        return authority;
    }

    private void lead(LeaderTask task) {
        Thread thread = Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    task.lead();
                } catch (InterruptedException e) {
                    return;
                } catch (KubernetesClientException e) {
                    // Another leader was quicker, or the test is over.
                }
            }
        });
        open.add(() -> {
            thread.interrupt();
            thread.join();
        });
    }

    private String bundle() {
        var map = client.configMaps()
                .inNamespace(namespace)
                .withName("pf-ca-bundle")
                .get();
        return map == null ? "" : map.getData().getOrDefault("ca.crt", "");
    }

    private Secret secret() {
        return Objects.requireNonNull(
                client.secrets().inNamespace(namespace).withName("pf-ca").get());
    }

    private Secret secret(Map<String, String> data) {
        return client.resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName("pf-ca")
                        .endMetadata()
                        .withType("Opaque")
                        .withData(data)
                        .build())
                .create();
    }
}
