package io.portafilter.e2e.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portafilter.e2e.backend.Behaviour;
import io.portafilter.e2e.backend.Outcome;
import io.portafilter.e2e.wire.Header;
import io.portafilter.e2e.wire.Heard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sentences of docs/behaviour.md that only the whole product shows: what it leaves alone, and what comes before what. */
final class DefaultsTest {
    private static final String SERVICES = """
            ---
            {apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{name: http, port: 80}]}}
            ---
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata: {name: web-1, labels: {kubernetes.io/service-name: web}}
            addressType: IPv4
            ports: [{name: http, port: BACKEND, protocol: TCP}]
            endpoints: [{addresses: [127.0.0.1]}]
            ---
            {apiVersion: v1, kind: Service, metadata: {name: nobody}, spec: {ports: [{name: http, port: 80}]}}
            """;

    @TempDir
    Path folder;

    @Test
    void headersOfTheBackendPassExceptServer() throws IOException {
        Behaviour answer =
                Site.answer("some text", "Content-Type: text/html", "Server: secret/1.0", "X-Powered-By: beans");
        try (Site site = Site.serve(folder, ingress("a.test", "", "/", "web") + SERVICES, answer)) {
            Heard.Reply reply =
                    site.ask("GET / HTTP/1.1", "Host: a.test", "Accept-Encoding: gzip, br", "X-Request-ID: 7");

            assertThat(names(reply.head().headers()))
                    .containsExactlyInAnyOrder("content-type", "x-powered-by", "content-length", "date");
            assertThat(reply.text()).as("not compressed").isEqualTo("some text");
        }
    }

    @Test
    void headersOfTheClientPassToTheBackend() throws IOException {
        try (Site site = Site.serve(folder, ingress("a.test", "", "/", "web") + SERVICES, Site.answer("ok"))) {
            List<String> own = List.of(
                    "X-Forwarded-Prefix: /mine",
                    "Trailer: X-Sum",
                    "Proxy-Connection: keep-alive",
                    "Proxy-Authorization: Basic eDp5",
                    "Accept-Encoding: gzip");
            site.ask("GET / HTTP/1.1", "Host: a.test", String.join("\r\n", own));

            assertThat(site.received().getFirst().head().headers())
                    .extracting(Header::toString)
                    .containsAll(own);
        }
    }

    @Test
    void aPathWithABlankIsServed() throws IOException {
        try (Site site = Site.serve(folder, blank() + SERVICES, Site.answer("ok"))) {
            assertThat(site.ask("GET /a%20b/c HTTP/1.1", "Host: a.test").status())
                    .isEqualTo(200);
            assertThat(site.ask("GET /a HTTP/1.1", "Host: a.test").status()).isEqualTo(404);
        }
    }

    @Test
    void aBodyThatIsTooLongIsRefusedBeforeAnyRedirect() throws IOException {
        String tls = "{hosts: [a.test]}";
        try (Site site = Site.serve(folder, ingress("a.test", tls, "/p/", "web") + SERVICES, Site.answer("ok"))) {
            String length = "Content-Length: " + (1024 * 1024 + 1);

            assertThat(site.ask("POST /p/ HTTP/1.1", "Host: a.test").status()).isEqualTo(308);
            assertThat(site.ask("POST /p/ HTTP/1.1", "Host: a.test", length).status())
                    .isEqualTo(413);
            assertThat(site.ask("POST /p HTTP/1.1", "Host: a.test").status()).isEqualTo(301);
            assertThat(site.ask("POST /p HTTP/1.1", "Host: a.test", length).status())
                    .isEqualTo(413);
            assertThat(site.received()).isEmpty();
        }
    }

    @Test
    void theRedirectToHttpsComesBeforeTheMissingEndpoint() throws IOException {
        String manifests =
                ingress("a.test", "{hosts: [a.test]}", "/", "nobody") + ingress("b.test", "", "/", "nobody") + SERVICES;
        try (Site site = Site.serve(folder, manifests, Site.answer("ok"))) {
            assertThat(site.ask("GET / HTTP/1.1", "Host: a.test").status()).isEqualTo(308);
            assertThat(site.ask("GET / HTTP/1.1", "Host: b.test").status()).isEqualTo(503);
        }
    }

    @Test
    void aMissingSlashIsAddedOnlyWhereRequestsAreForwarded() throws IOException {
        String resource = ingress("a.test", "", "/p/", "web")
                .replace(
                        "service: {name: web, port: {number: 80}}",
                        "resource: {apiGroup: x.test, kind: Bucket, name: b}");
        try (Site site = Site.serve(folder, resource + SERVICES, Site.answer("ok"))) {
            assertThat(site.ask("GET /p HTTP/1.1", "Host: a.test").status()).isEqualTo(404);
        }
    }

    @Test
    void aCertificateIsFoundByItsNamesToo() throws IOException {
        String tls = "{hosts: [\"*.lit.test\"], secretName: other}, {hosts: [elsewhere.test], secretName: covering}";
        String manifests = ingress("a.lit.test", tls, "/", "web")
                + SERVICES
                + Site.secret("other", "other.test")
                + Site.secret("covering", "covering.test", "a.lit.test");
        try (Site site = Site.serve(folder, manifests, Site.answer("ok"))) {
            assertThat(site.certificate("a.lit.test")).isEqualTo("CN=covering.test");
        }
    }

    @Test
    void theCounterpartShowsTheCertificateThatCoversIt() throws IOException {
        String www = "PREFIX/from-to-www-redirect: \"true\"";
        String manifests = ingress("both.test", "{hosts: [both.test], secretName: both}", "/", "web", www)
                + ingress("one.test", "{hosts: [one.test], secretName: one}", "/", "web", www)
                + SERVICES
                + Site.secret("both", "both.test", "www.both.test")
                + Site.secret("one", "one.test");
        try (Site site = Site.serve(folder, manifests, Site.answer("ok"))) {
            assertThat(site.certificate("www.both.test")).isEqualTo("CN=both.test");
            assertThat(site.certificate("one.test")).isEqualTo("CN=one.test");
            assertThat(site.certificate("www.one.test")).contains("Fake Certificate");
        }
    }

    @Test
    void keepAliveOfZeroClosesAfterEachAnswer() throws IOException {
        String options = """
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {namespace: shop, name: options}, data: {keep-alive: "0"}}
                """;
        String manifests = ingress("a.test", "", "/", "web") + SERVICES + options;
        try (Site site = Site.serve(folder, manifests, Site.answer("ok"), "--configmap=shop/options")) {
            assertThat(site.ask("GET / HTTP/1.1", "Host: a.test").head().value("Connection"))
                    .hasValue("close");
        }
    }

    @Test
    void noNewTryStartsAfterItsTime() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        Behaviour silence = request -> {
            awaitEnd(end);
            return new Outcome.HangUp();
        };
        String annotations = "PREFIX/proxy-read-timeout: \"1\", PREFIX/proxy-next-upstream-timeout: \"1\"";
        try (Site site = Site.serve(folder, ingress("a.test", "", "/", "web", annotations) + SERVICES, silence)) {
            assertThat(site.ask("GET / HTTP/1.1", "Host: a.test").status()).isEqualTo(504);
            assertThat(site.received()).as("instead of three").hasSize(1);
        } finally {
            end.countDown();
        }
    }

    @Test
    void eachClusterBeginsAtARandomEndpoint() throws IOException {
        int clusters = 32;
        String manifests = IntStream.range(0, clusters)
                .mapToObj(DefaultsTest::oneEndpointOfTwoListens)
                .collect(Collectors.joining());
        try (Site site = Site.serve(folder, manifests, Site.answer("ok"))) {
            Set<Integer> first = new TreeSet<>();
            for (int i = 0; i < clusters; i++) {
                first.add(site.ask("GET / HTTP/1.1", "Host: h" + i + ".test").status());
            }
            assertThat(first).containsExactly(200, 502);
        }
    }

    @Test
    void eachRequestIsMeasuredInSevenHistograms() throws IOException {
        try (Site site = Site.serve(folder, ingress("a.test", "", "/x", "web") + SERVICES, Site.answer("ok"))) {
            site.ask("GET /x/y HTTP/1.1", "Host: a.test");

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(histogramsWithOneRequest(site.admin("/metrics")))
                            .containsExactlyInAnyOrder(
                                    "request_duration_seconds",
                                    "response_duration_seconds",
                                    "header_duration_seconds",
                                    "connect_duration_seconds",
                                    "request_size",
                                    "response_size",
                                    "bytes_sent"));
        }
    }

    private static List<String> histogramsWithOneRequest(String metrics) {
        return Pattern.compile(
                        "^nginx_ingress_controller_(\\w+)_bucket\\{.*path=\"/x\".*le=\"\\+Inf\"} 1$", Pattern.MULTILINE)
                .matcher(metrics)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String oneEndpointOfTwoListens(int number) {
        String name = "c" + number;
        return ingress("h" + number + ".test", "", "/", name, "PREFIX/proxy-next-upstream: \"off\"")
                + """
                ---
                {apiVersion: v1, kind: Service, metadata: {name: NAME}, spec: {ports: [{port: 80}]}}
                ---
                apiVersion: discovery.k8s.io/v1
                kind: EndpointSlice
                metadata: {name: NAME-live, labels: {kubernetes.io/service-name: NAME}}
                addressType: IPv4
                ports: [{port: BACKEND, protocol: TCP}]
                endpoints: [{addresses: [127.0.0.1]}]
                ---
                apiVersion: discovery.k8s.io/v1
                kind: EndpointSlice
                metadata: {name: NAME-dead, labels: {kubernetes.io/service-name: NAME}}
                addressType: IPv4
                ports: [{port: 1, protocol: TCP}]
                endpoints: [{addresses: [127.0.0.1]}]
                """.replace("NAME", name);
    }

    private static String ingress(String host, String tls, String path, String service, String annotations) {
        return """
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: "HOST", annotations: {ANNOTATIONS}}
                spec:
                  tls: [TLS]
                  rules:
                    - host: HOST
                      http:
                        paths:
                          - path: "PATH"
                            pathType: Prefix
                            backend: {service: {name: SERVICE, port: {number: 80}}}
                """.replace("ANNOTATIONS", annotations)
                .replace("PREFIX", "nginx.ingress.kubernetes.io")
                .replace("HOST", host)
                .replace("TLS", tls)
                .replace("PATH", path)
                .replace("SERVICE", service);
    }

    private static String ingress(String host, String tls, String path, String service) {
        return ingress(host, tls, path, service, "");
    }

    /** A Prefix path may not hold blanks ({@code strict-validate-path-type}). */
    private static String blank() {
        return ingress("a.test", "", "/a b", "web").replace("Prefix", "ImplementationSpecific");
    }

    private static Set<String> names(List<Header> headers) {
        return headers.stream()
                .map(header -> header.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
