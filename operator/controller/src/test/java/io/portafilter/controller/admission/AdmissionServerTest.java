package io.portafilter.controller.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.admission.v1.AdmissionResponse;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionReview;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.portafilter.compiler.Compiler;
import io.portafilter.compiler.CompilerOptions;
import io.portafilter.controller.authority.TestAuthority;
import io.portafilter.controller.compile.CompileLoop;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.IngressClass;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The webhook over TLS, asked as the API server asks. */
final class AdmissionServerTest {
    private static final String UID = "705ab4f5-6393-11e8-b7cc-42010a800002";

    private final TestAuthority authority = new TestAuthority();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final CompileLoop loop = new CompileLoop(() -> new Compiler(CompilerOptions.DEFAULT), List.of());
    private final HttpClient client =
            HttpClient.newBuilder().sslContext(authority.client()).build();
    private AdmissionServer server;

    @BeforeEach
    void start() throws IOException {
        loop.start(List.of(new Change.Put(new IngressClass(
                new Meta(Name.clusterScoped("nginx"), "", Instant.EPOCH, new TreeMap<>(), new TreeMap<>()),
                "k8s.io/ingress-nginx"))));
        server = AdmissionServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                authority.server(),
                loop,
                namespace -> !namespace.equals("unwatched"),
                registry);
    }

    @AfterEach
    void close() {
        server.close();
        loop.close();
        client.close();
    }

    @Test
    void whatTheCompilerAcceptsIsAllowedWithItsRemarksAsWarnings() throws Exception {
        AdmissionResponse response = ask(question("CREATE", "shop", ingress("{}", path("/"))));
        assertThat(response.getUid()).isEqualTo(UID);
        assertThat(response.getAllowed()).isTrue();
        assertThat(response.getWarnings())
                .containsExactly("spec.rules[0].http.paths[0]: there is no Service shop/web; requests are answered 503"
                        + " until it exists");
    }

    @Test
    void whatTheCompilerRefusesIsRefusedWithItsSentence() throws Exception {
        AdmissionResponse response = ask(question(
                "UPDATE", "shop", ingress("{\"nginx.ingress.kubernetes.io/server-alias\": \"a b; c\"}", path("/"))));
        assertThat(response.getAllowed()).isFalse();
        assertThat(response.getStatus().getCode()).isEqualTo(400);
        assertThat(response.getStatus().getMessage())
                .contains("metadata.annotations[nginx.ingress.kubernetes.io/server-alias]")
                .contains("\"a b; c\"");
        assertThat(loop.ask(compiler -> compiler.ingresses().size()).join())
                .as("it was only asked")
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"DELETE, shop", "CONNECT, shop", "CREATE, unwatched"})
    void whatIsNoneOfItsBusinessIsAllowed(String operation, String namespace) throws Exception {
        assertThat(ask(question(operation, namespace, ingress("{}", path("/etc/passwd"))))
                        .getAllowed())
                .isTrue();
    }

    @Test
    void anotherKindIsAllowed() throws Exception {
        assertThat(ask(question(
                                "CREATE",
                                "shop",
                                "{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"web\"}}"))
                        .getAllowed())
                .isTrue();
        assertThat(ask(question("DELETE", "shop", "null")).getAllowed()).isTrue();
    }

    @Test
    void anotherClassIsAllowedUnlessItsTextsHarmWhoeverServesIt() throws Exception {
        String invalid = "{\"nginx.ingress.kubernetes.io/server-alias\": \"a b; c\"}";
        assertThat(ask(question("CREATE", "shop", ingress(invalid, path("/")).replace("\"nginx\"", "\"other\"")))
                        .getAllowed())
                .isTrue();
        AdmissionResponse evil = ask(
                question("CREATE", "shop", ingress("{}", path("/etc/passwd")).replace("\"nginx\"", "\"other\"")));
        assertThat(evil.getAllowed()).isFalse();
        assertThat(evil.getStatus().getMessage()).contains("\"/etc/passwd\"");
    }

    @Test
    void manyReasonsAreCutToSomeAndLongRemarksToWhatTheApiServerTakes() throws Exception {
        String paths =
                IntStream.range(0, 5_000).mapToObj(i -> path("/p" + i + " x")).collect(Collectors.joining(","));
        AdmissionResponse response = ask(question("CREATE", "shop", ingress("{}", paths)));
        assertThat(response.getAllowed()).isFalse();
        assertThat(response.getStatus().getMessage())
                .endsWith("; and 4990 more")
                .hasSizeLessThan(5_000);
        assertThat(response.getWarnings()).hasSizeLessThanOrEqualTo(16).allMatch(warning -> warning.length() <= 255);
    }

    @Test
    void twoHundredKilobytesOfAnnotationsAreAnsweredLikeAnyOther() throws Exception {
        String annotation = "{\"example.com/notes\": \"" + "x".repeat(200_000) + "\"}";
        assertThat(ask(question("CREATE", "shop", ingress(annotation, path("/"))))
                        .getAllowed())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\"}",
                "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{}}",
                "{\"apiVersion\":\"admission.k8s.io/v1beta1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"1\"}}",
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"request\":{\"uid\":\"1\"}}",
                "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":",
                "apiVersion: admission.k8s.io/v1\nkind: AdmissionReview\nrequest: {uid: '1'}"
            })
    void aBodyThatIsNoQuestionIsABadRequest(String body) throws Exception {
        HttpResponse<String> response = post(AdmissionServer.PATH, body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isNotBlank().doesNotContain("Exception", "io.fabric8");
    }

    @Test
    void everythingElseIsRefusedPolitely() throws Exception {
        assertThat(post("/other", "{}").statusCode()).isEqualTo(404);
        assertThat(client.send(HttpRequest.newBuilder(uri(AdmissionServer.PATH)).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
        assertThat(post(AdmissionServer.PATH, " ".repeat((9 << 20) + 1)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void whatTheCompilerCannotAnswerInTimeIsAServerErrorAndTheNextQuestionIsAnswered() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        loop.ask(compiler -> await(busy));
        HttpResponse<String> response =
                post(AdmissionServer.PATH, question("CREATE", "shop", ingress("{}", path("/"))));
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("did not answer within 5 s");
        busy.countDown();
        assertThat(ask(question("CREATE", "shop", ingress("{}", path("/")))).getAllowed())
                .isTrue();
        assertThat(registry.scrape()).contains("nginx_ingress_controller_check_errors 1.0");
    }

    @Test
    void itsMetricsHaveTheNamesThatDashboardsKnow() throws Exception {
        ask(question("CREATE", "shop", ingress("{}", path("/"))));
        assertThat(registry.scrape())
                .contains("nginx_ingress_controller_admission_tested_ingresses 1.0")
                .contains("nginx_ingress_controller_admission_tested_duration")
                .contains("nginx_ingress_controller_admission_roundtrip_duration")
                .contains("nginx_ingress_controller_admission_config_size")
                .contains("nginx_ingress_controller_check_success 1.0");
    }

    @Test
    void aNetworkSetupIsJudgedByItselfWhateverTheCompilerDoes() throws Exception {
        loop.close();

        AdmissionResponse refused = ask(AdmissionServer.SETUP_PATH, setup("Plan", "tempalte ANY AAAA"));
        assertThat(refused.getAllowed()).isFalse();
        assertThat(refused.getStatus().getMessage()).contains("spec.dns: ", "tempalte", "Correct the name");

        AdmissionResponse warned = ask(AdmissionServer.SETUP_PATH, setup("Observe", "tempalte ANY AAAA"));
        assertThat(warned.getAllowed()).isTrue();
        assertThat(warned.getWarnings()).singleElement().asString().contains("tempalte");

        AdmissionResponse allowed = ask(AdmissionServer.SETUP_PATH, setup("Enforce", ""));
        assertThat(allowed.getAllowed()).isTrue();
        assertThat(allowed.getWarnings()).isEmpty();
    }

    @Test
    void whatIsNoNetworkSetupIsNoneOfItsBusiness() throws Exception {
        assertThat(ask(AdmissionServer.SETUP_PATH, question("CREATE", "shop", ingress("{}", path("/"))))
                        .getAllowed())
                .isTrue();
        assertThat(ask(
                                AdmissionServer.SETUP_PATH,
                                setup("Plan", "tempalte ANY A").replace("CREATE", "DELETE"))
                        .getAllowed())
                .isTrue();
    }

    private static String setup(String mode, String plugins) {
        return """
                {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {
                  "uid": "%s",
                  "kind": {"group": "portafilter.io", "version": "v1alpha1", "kind": "NetworkSetup"},
                  "resource": {"group": "portafilter.io", "version": "v1alpha1", "resource": "networksetups"},
                  "name": "cluster", "operation": "CREATE",
                  "userInfo": {"username": "somebody"}, "dryRun": false, "oldObject": null,
                  "object": {"apiVersion": "portafilter.io/v1alpha1", "kind": "NetworkSetup", "metadata": {"name": "cluster"},
                    "spec": {"mode": "%s", "pods": {"cidrs": ["10.244.0.0/16"]}, "services": {"cidrs": ["10.96.0.0/12"]},
                      "dns": {"extraPlugins": "%s"}}}}}
                """.formatted(UID, mode, plugins);
    }

    private AdmissionResponse ask(String question) throws Exception {
        return ask(AdmissionServer.PATH, question);
    }

    private AdmissionResponse ask(String path, String question) throws Exception {
        HttpResponse<String> response = post(path, question);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        AdmissionReview review = new KubernetesSerialization().unmarshal(response.body(), AdmissionReview.class);
        assertThat(review.getApiVersion()).isEqualTo("admission.k8s.io/v1");
        assertThat(review.getKind()).isEqualTo("AdmissionReview");
        return review.getResponse();
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("https://localhost:" + server.address().getPort() + path);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String question(String operation, String namespace, String object) {
        return """
                {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {
                  "uid": "%s",
                  "kind": {"group": "networking.k8s.io", "version": "v1", "kind": "Ingress"},
                  "resource": {"group": "networking.k8s.io", "version": "v1", "resource": "ingresses"},
                  "name": "candidate", "namespace": "%s", "operation": "%s",
                  "userInfo": {"username": "somebody"}, "dryRun": false, "oldObject": null,
                  "object": %s}}
                """.formatted(UID, namespace, operation, object);
    }

    private static String path(String path) {
        return """
                {"path": "%s", "pathType": "Prefix", "backend": {"service": {"name": "web", "port": {"number": 80}}}}
                """.formatted(path);
    }

    private static String ingress(String annotations, String paths) {
        return """
                {"apiVersion": "networking.k8s.io/v1", "kind": "Ingress",
                 "metadata": {"name": "candidate", "namespace": "shop", "annotations": %s},
                 "spec": {"ingressClassName": "nginx", "rules": [{"host": "a.test", "http": {"paths": [%s]}}]}}
                """.formatted(annotations, paths);
    }
}
