package io.portafilter.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.controller.watch.Clients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The webhook as the API server asks it. */
@Tag("api-server")
final class WebhookTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String CLASS = """
            apiVersion: networking.k8s.io/v1
            kind: IngressClass
            metadata: {name: nginx}
            spec: {controller: k8s.io/ingress-nginx}
            """;

    private static final String INVALID = "{nginx.ingress.kubernetes.io/server-alias: 'a b; c'}";

    private final ApiServer api = ApiServer.shared();
    private final String namespace = api.namespace();
    private final IngressOperator operator =
            new IngressOperator(TestOptions.of(namespace), Clients.of(api.config()), "1.2.3");

    @BeforeEach
    void start() throws Exception {
        api.apply(namespace, CLASS);
        operator.start();
        api.apply(namespace, configuration("Fail"));
        // The leader fills in caBundle; until then the API server cannot ask.
        await().atMost(SOON).until(() -> bundle() != null);
    }

    @AfterEach
    void close() {
        api.client().resource(configurationFound()).delete();
        operator.close();
    }

    @Test
    void whatTheCompilerAcceptsIsStored() {
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> api.apply(namespace, ingress("good", "good.test", "{}")));

        await().atMost(SOON).until(compiled("good"));
    }

    @Test
    void whatTheCompilerRefusesIsRejectedWithASentence() {
        assertThatThrownBy(() -> api.apply(namespace, ingress("bad", "bad.test", INVALID)))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("denied the request")
                .hasMessageContaining("server-alias");
    }

    @Test
    void aPathThatAnotherIngressHasIsRejectedAndItsOwnerGoesOn() {
        api.apply(namespace, ingress("first", "taken.test", "{}"));
        await().atMost(SOON).until(compiled("first"));

        assertThatThrownBy(() -> api.apply(namespace, ingress("second", "taken.test", "{}")))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("first");
        api.apply(namespace, ingress("first", "taken.test", "{team: shop}"));
    }

    @Test
    void anIngressOfAnotherClassIsNoneOfOurBusiness() {
        api.apply(namespace, ingress("foreign", "foreign.test", INVALID).replace("nginx\n", "other\n"));

        assertThat(api.client()
                        .network()
                        .v1()
                        .ingresses()
                        .inNamespace(namespace)
                        .withName("foreign")
                        .get())
                .isNotNull();
    }

    @Test
    void withoutTheWebhookTheSameIsRefusedWhenItIsCompiled() {
        api.client().resource(configurationFound()).delete();
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> api.apply(namespace, ingress("bad", "bad.test", INVALID)));

        await().atMost(SOON)
                .until(() -> operator.report().ingresses().stream()
                        .anyMatch(state ->
                                state.name().equals("bad") && state.effect().equals("nothing")));
        api.apply(namespace, configuration("Fail"));
    }

    @Test
    void aNetworkSetupWhoseCorefileWouldNotLoadIsRejectedWithASentence() throws IOException {
        Path project = Path.of(System.getProperty("project.dir", "../.."));
        api.apply(
                namespace,
                Files.readString(project.resolve("helm/portafilter/crds/networksetups.portafilter.io.yaml")));
        String setup = Files.readString(project.resolve("crds/examples/observe.yaml"));

        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(created(setup)).isNotNull());
        assertThatThrownBy(() -> created(setup + "  mode: Plan\n  dns: {extraPlugins: 'tempalte ANY AAAA'}\n"))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("denied the request")
                .hasMessageContaining("spec.dns: ")
                .hasMessageContaining("tempalte");
    }

    private HasMetadata created(String yaml) {
        return api.client().resource(yaml).dryRun().create();
    }

    private Callable<Boolean> compiled(String name) {
        return () -> operator.report().ingresses().stream()
                .anyMatch(state -> state.name().equals(name) && state.effect().equals("current"));
    }

    private String bundle() {
        return configurationFound().getWebhooks().getFirst().getClientConfig().getCaBundle();
    }

    private ValidatingWebhookConfiguration configurationFound() {
        return api.client()
                .admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName(namespace + "-admission")
                .get();
    }

    private String configuration(String failurePolicy) {
        return """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingWebhookConfiguration
                metadata: {name: %s-admission}
                webhooks:
                - name: validate.nginx.ingress.kubernetes.io
                  rules:
                  - {apiGroups: [networking.k8s.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [ingresses]}
                  failurePolicy: %s
                  sideEffects: None
                  admissionReviewVersions: [v1]
                  namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %s}}
                  clientConfig: {url: "https://127.0.0.1:%d/networking/v1/ingresses"}
                - name: validate.networksetups.portafilter.io
                  rules:
                  - {apiGroups: [portafilter.io], apiVersions: [v1alpha1], operations: [CREATE, UPDATE], resources: [networksetups], scope: Cluster}
                  failurePolicy: %s
                  sideEffects: None
                  admissionReviewVersions: [v1]
                  clientConfig: {url: "https://127.0.0.1:%d/portafilter.io/v1alpha1/networksetups"}
                """.formatted(
                        namespace,
                        failurePolicy,
                        namespace,
                        operator.webhookAddress().orElseThrow().getPort(),
                        failurePolicy,
                        operator.webhookAddress().orElseThrow().getPort());
    }

    private static String ingress(String name, String host, String annotations) {
        return """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: %s, annotations: %s}
                spec:
                  ingressClassName: nginx
                  rules:
                  - host: %s
                    http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}
                """.formatted(name, annotations, host);
    }
}
