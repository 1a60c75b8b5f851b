package io.portafilter.proxy;

import static io.portafilter.proxy.config.Shop.cluster;
import static io.portafilter.proxy.config.Shop.endpoints;
import static io.portafilter.proxy.config.Shop.host;
import static io.portafilter.proxy.config.Shop.prefix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portafilter.contract.Identity;
import io.portafilter.contract.Route;
import io.portafilter.proxy.admin.Page;
import io.portafilter.proxy.config.Operator;
import io.portafilter.proxy.config.Shop;
import io.portafilter.proxy.tls.TlsClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole proxy: contract objects in by a real feed, requests and answers over real sockets. */
class IngressProxyTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Loopback web = new Loopback("web");
    private final Loopback cart = new Loopback("cart");
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private IngressProxy proxy;
    private Operator operator;

    @BeforeEach
    void start() throws IOException {
        proxy = IngressProxy.start(ProxyOptions.of(
                        List.of(loopback("127.0.0.1"), loopback("::1")),
                        List.of(loopback("127.0.0.1")),
                        Optional.of(loopback("127.0.0.1")))
                .withLoops(2)
                .withAccessLog(Optional.of(log)));
        operator = new Operator(proxy.target());
    }

    @AfterEach
    void stop() {
        proxy.close();
        web.close();
        cart.close();
    }

    private void publishTheShop() {
        Route root = prefix("shop.test", "/", "web");
        operator.put(
                Shop.http(),
                Shop.https(),
                Shop.settings(),
                host("shop.test", root),
                root,
                cluster("web"),
                cluster("cart"),
                endpoints("web", web.address()),
                endpoints("cart", cart.address()));
    }

    @Test
    void beforeTheFirstConfigurationItIsNotReadyAndAnswers503() throws Exception {
        assertThat(proxy.ready()).isFalse();
        assertThat(admin("/healthz").statusCode()).isEqualTo(500);
        try (Connection client = http()) {
            assertThat(client.get("shop.test", "/").status()).isEqualTo(503);
        }

        publishTheShop();

        assertThat(proxy.ready()).isTrue();
        assertThat(admin("/healthz").statusCode()).isEqualTo(200);
        try (Connection client = http()) {
            assertThat(client.get("shop.test", "/").body()).isEqualTo("web");
        }
    }

    @Test
    void requestsGoWhereTheConfigurationSaysOverEveryAddress() throws IOException {
        publishTheShop();

        for (InetSocketAddress address : proxy.addresses(IngressProxy.HTTP)) {
            try (Connection client = Connection.to(address)) {
                assertThat(client.get("shop.test", "/").body()).isEqualTo("web");
                assertThat(client.get("other.test", "/").status()).isEqualTo(404);
                assertThat(client.get("other.test", "/healthz").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void aChangeAppliesToTheNextRequestOfAnOpenConnection() throws IOException {
        publishTheShop();
        try (Connection client = http()) {
            assertThat(client.get("shop.test", "/x").body()).isEqualTo("web");

            operator.put(prefix("shop.test", "/", "cart"));

            assertThat(client.get("shop.test", "/x").body()).isEqualTo("cart");

            operator.put(endpoints("cart"));

            assertThat(client.get("shop.test", "/x").status()).isEqualTo(503);

            operator.put(endpoints("cart", web.address()));

            assertThat(client.get("shop.test", "/x").body()).isEqualTo("web");
        }
    }

    @Test
    void theServerNameChoosesTheCertificateAndHttpRunsInside() throws IOException {
        Identity own = Shop.identity("own", "shop.test");
        publishTheShop();
        operator.put(host("shop.test", own, prefix("shop.test", "/", "web")), own);

        try (SSLSocket socket = TlsClient.connect(https(), "shop.test")) {
            assertThat(TlsClient.certificate(socket).getSubjectX500Principal().getName())
                    .isEqualTo("CN=shop.test");
            Connection client = new Connection(socket);
            assertThat(client.get("shop.test", "/").body()).isEqualTo("web");
            assertThat(client.get("shop.test", "/").body()).isEqualTo("web");
        }
        try (SSLSocket socket = TlsClient.connect(https(), "other.test")) {
            assertThat(TlsClient.certificate(socket).getSubjectX500Principal().getName())
                    .contains("Fake Certificate");
            assertThat(new Connection(socket).get("other.test", "/").status()).isEqualTo(404);
        }
    }

    @Test
    void aRenewedCertificateIsShownToTheNextClient() throws IOException {
        Identity before = Shop.identity("own", "shop.test");
        publishTheShop();
        operator.put(host("shop.test", before, prefix("shop.test", "/", "web")), before);
        try (SSLSocket old = TlsClient.connect(https(), "shop.test")) {
            operator.put(Shop.identity("own", "shop.test", "renewed.test"));

            try (SSLSocket renewed = TlsClient.connect(https(), "shop.test")) {
                assertThat(TlsClient.certificate(renewed)).isNotEqualTo(TlsClient.certificate(old));
            }
            assertThat(new Connection(old).get("shop.test", "/").body()).isEqualTo("web");
        }
    }

    @Test
    void drainingFinishesWhatIsInFlightAndNothingElse() throws Exception {
        publishTheShop();
        try (Connection idle = http();
                Connection busy = http()) {
            assertThat(idle.get("shop.test", "/").body()).isEqualTo("web");
            busy.send("shop.test", "/held");
            Awaitility.await().atMost(SOON).until(() -> web.held() == 1);

            CompletableFuture<Boolean> drained = CompletableFuture.supplyAsync(() -> proxy.drain(SOON));

            assertThat(idle.ends()).isTrue();
            assertThat(proxy.ready()).isFalse();
            assertThat(admin("/healthz").statusCode()).isEqualTo(500);
            assertThatThrownBy(this::http).isInstanceOf(ConnectException.class);
            assertThat(drained).isNotDone();

            web.letGo();

            Connection.Answer last = busy.receive();
            assertThat(last.body()).isEqualTo("web");
            assertThat(last.head()).containsIgnoringCase("\r\nConnection: close\r\n");
            assertThat(busy.ends()).isTrue();
            assertThat(drained.get()).isTrue();
        }
    }

    @Test
    void drainingGivesUpAtItsLimit() throws Exception {
        publishTheShop();
        try (Connection busy = http()) {
            busy.send("shop.test", "/held");
            Awaitility.await().atMost(SOON).until(() -> web.held() == 1);

            assertThat(proxy.drain(Duration.ofMillis(200))).isFalse();
            proxy.close();

            assertThatThrownBy(busy::receive).isInstanceOf(IOException.class);
        }
    }

    @Test
    void closingTwiceHarmsNothing() throws IOException {
        InetSocketAddress address = proxy.addresses(IngressProxy.HTTP).getFirst();

        proxy.close();
        proxy.close();

        assertThatThrownBy(() -> Connection.to(address)).isInstanceOf(ConnectException.class);
    }

    @Test
    void anAddressThatIsTakenStopsTheStartAndLeavesNothingOpen() throws IOException {
        InetSocketAddress taken = proxy.addresses(IngressProxy.HTTP).getFirst();

        assertThatThrownBy(() -> IngressProxy.start(
                        ProxyOptions.of(List.of(loopback("127.0.0.1")), List.of(taken), Optional.empty())
                                .withAccessLog(Optional.empty())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(String.valueOf(taken.getPort()));
        try (Connection client = Connection.to(taken)) {
            assertThat(client.get("shop.test", "/").status()).isEqualTo(503);
        }
    }

    @Test
    void theAccessLogHasALineForEachRequest() throws IOException {
        publishTheShop();
        try (Connection client = http()) {
            client.get("shop.test", "/a?b=c");
            client.get("other.test", "/not-logged");
            client.get("other.test", "/healthz");
        }

        Awaitility.await().atMost(SOON).until(() -> log().contains("\n"));

        assertThat(log())
                .matches("127\\.0\\.0\\.1 - - \\[[^]]+\\] \"GET /a\\?b=c HTTP/1\\.1\" 200 3 \"-\" \"test\" \\d+"
                        + " \\d+\\.\\d{3} \\[shop-web-80\\] \\[\\] 127\\.0\\.0\\.1:\\d+ 3 \\d+\\.\\d{3} 200"
                        + " [0-9a-f]{32}\n");
    }

    @Test
    void metricsCountRequestsUnderTheNamesThatDashboardsKnow() throws Exception {
        publishTheShop();
        try (Connection client = http()) {
            client.get("shop.test", "/a");
            client.get("shop.test", "/b");

            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(admin("/metrics").body())
                            .contains(
                                    "nginx_ingress_controller_requests{canary=\"\",controller_class=\"\","
                                            + "controller_namespace=\"\",controller_pod=\"\",host=\"shop.test\",ingress=\"web\","
                                            + "method=\"GET\",namespace=\"shop\",path=\"/\",service=\"service\",status=\"200\"} 2.0")
                            .containsPattern(
                                    "nginx_ingress_controller_nginx_process_connections\\{.*state=\"active\"} 1\\.0")
                            .containsPattern("nginx_ingress_controller_config_last_reload_successful\\{.*} 1\\.0"));
        }
    }

    @Test
    void metricsSayWhenCertificatesEnd() throws Exception {
        Identity own = Shop.identity("own", "shop.test");
        publishTheShop();
        operator.put(host("shop.test", own, prefix("shop.test", "/", "web")), own);

        assertThat(admin("/metrics").body())
                .containsPattern("nginx_ingress_controller_ssl_expire_time_seconds\\{.*host=\"shop.test\","
                        + "namespace=\"shop\",secret_name=\"own\"} \\d\\.\\d+E9");
    }

    @Test
    void callersAddPagesToTheAdminPort() throws Exception {
        proxy.addPage("/status", () -> Page.Answer.json("{\"ready\":" + proxy.ready() + "}"));

        assertThat(admin("/status").body()).isEqualTo("{\"ready\":false}");
        assertThat(admin("/other").statusCode()).isEqualTo(404);
    }

    @Test
    void explanationsComeFromTheTableInEffect() {
        assertThat(proxy.explain(IngressProxy.HTTP, "shop.test", "/")).isEmpty();

        publishTheShop();

        assertThat(proxy.explain(IngressProxy.HTTP, "Shop.Test:80", "/x"))
                .hasValueSatisfying(
                        explanation -> assertThat(explanation.route().key())
                                .isEqualTo(prefix("shop.test", "/", "web").key()));
    }

    private Connection http() throws IOException {
        return Connection.to(proxy.addresses(IngressProxy.HTTP).getFirst());
    }

    private InetSocketAddress https() {
        return proxy.addresses(IngressProxy.HTTPS).getFirst();
    }

    private String log() {
        return log.toString(StandardCharsets.US_ASCII);
    }

    private HttpResponse<String> admin(String path) throws IOException, InterruptedException {
        int port = proxy.adminAddress().orElseThrow().getPort();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(SOON)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static InetSocketAddress loopback(String address) {
        return new InetSocketAddress(address, 0);
    }
}
