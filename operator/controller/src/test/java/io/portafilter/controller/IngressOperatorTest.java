package io.portafilter.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.controller.watch.Clients;
import io.portafilter.operator.report.Report;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("api-server")
class IngressOperatorTest {
    private static final String WORLD = """
            apiVersion: networking.k8s.io/v1
            kind: IngressClass
            metadata: {name: nginx}
            spec: {controller: k8s.io/ingress-nginx}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web}
            spec:
              ingressClassName: nginx
              tls: [{hosts: [web.test], secretName: web}]
              rules:
              - host: web.test
                http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}
            """;

    private final ApiServer api = ApiServer.shared();
    private final String namespace = api.namespace();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void itIsReadyWhenEverythingThatWasThereIsPublishedAndSaysWhatIsWrong() throws Exception {
        api.apply(namespace, WORLD);
        IngressOperator operator = operator(api.config());
        operator.start();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(get(operator, "/healthz").statusCode()).isEqualTo(200));
        String report = get(operator, "/report").body();
        assertThat(report).contains("\"service-not-found\"", "\"effect\":\"current\"", "\"operator\":\"operator-0\"");
        assertThat(get(operator, "/livez").statusCode()).isEqualTo(200);
        assertThat(get(operator, "/nowhere").statusCode()).isEqualTo(404);
        String metrics = get(operator, "/metrics").body();
        assertThat(metrics)
                .contains(
                        "nginx_ingress_controller_build_info{",
                        "nginx_ingress_controller_config_hash{",
                        "nginx_ingress_controller_config_last_reload_successful{controller_class=\"k8s.io/ingress-nginx\","
                                + "controller_namespace=\"" + namespace + "\",controller_pod=\"operator-0\"} 1.0",
                        "nginx_ingress_controller_success{",
                        "nginx_ingress_controller_errors{",
                        "nginx_ingress_controller_leader_election_status{",
                        "type=\"no-service\"",
                        "portafilter_watch_age_seconds{",
                        "portafilter_stream_objects{",
                        "portafilter_authority_expiry",
                        "jvm_memory_used_bytes{");
    }

    @Test
    void withoutTheRightToReadClassesOnlyTheAnnotationCounts() throws Exception {
        String user = "user-" + namespace;
        api.apply(namespace, """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: all}
                rules:
                - {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: all}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: all}
                subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: %s}]
                """.formatted(user));
        api.apply(namespace, WORLD);
        api.apply(namespace, """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: annotated, annotations: {kubernetes.io/ingress.class: nginx}}
                spec:
                  rules:
                  - host: annotated.test
                    http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}
                """);

        IngressOperator operator = operator(
                new ConfigBuilder(api.config()).withImpersonateUsername(user).build());
        operator.start();

        await().atMost(Duration.ofSeconds(30)).until(operator::isReady);
        assertThat(operator.report().ingresses())
                .containsExactly(
                        new Report.Ingress(namespace, "annotated", "current"),
                        new Report.Ingress(namespace, "web", "foreign"));
        assertThat(operator.report().watches())
                .extracting(Report.Watch::resource)
                .doesNotContain("ingressclasses.networking.k8s.io");
    }

    @Test
    void itGivesUpWithASentenceWhenNobodyAnswers() {
        IngressOperator operator = operator(new ConfigBuilder(api.config())
                .withMasterUrl("https://127.0.0.1:1/")
                .withConnectionTimeout(500)
                .build());

        assertThatThrownBy(operator::start)
                .isInstanceOf(StartException.class)
                .hasMessageContaining("https://127.0.0.1:1/")
                .hasMessageContaining("2 s");
    }

    @Test
    void itGivesUpWithASentenceThatNamesWhatIsForbidden() {
        IngressOperator operator = operator(new ConfigBuilder(api.config())
                .withImpersonateUsername("nobody")
                .build());

        assertThatThrownBy(operator::start)
                .isInstanceOf(StartException.class)
                .hasMessageContaining("forbids us to list")
                .hasMessageContaining("in namespace " + namespace);
    }

    private IngressOperator operator(Config config) {
        OperatorOptions options = TestOptions.of(namespace);
        IngressOperator operator = new IngressOperator(options, Clients.of(config), "1.2.3");
        open.add(operator);
        return operator;
    }

    private static HttpResponse<String> get(IngressOperator operator, String path) throws Exception {
        InetSocketAddress admin = operator.adminAddress().orElseThrow();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + admin.getPort() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
