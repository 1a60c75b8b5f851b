package io.portafilter.proxy;

import static io.portafilter.proxy.config.Shop.cluster;
import static io.portafilter.proxy.config.Shop.endpoints;
import static io.portafilter.proxy.config.Shop.host;
import static io.portafilter.proxy.config.Shop.prefix;
import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Route;
import io.portafilter.proxy.config.Operator;
import io.portafilter.proxy.config.Shop;
import io.portafilter.proxy.metrics.MetricLabels;
import io.portafilter.proxy.metrics.MetricOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines of the access log, and what the metrics make of the same requests. */
class AccessLogLinesTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Loopback web = new Loopback("web");
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private IngressProxy proxy;
    private Operator operator;

    @BeforeEach
    void start() throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        proxy = IngressProxy.start(new ProxyOptions(
                List.of(any),
                List.of(),
                Optional.empty(),
                1,
                Optional.of(log),
                ZoneOffset.UTC,
                MetricLabels.NONE,
                MetricOptions.DEFAULT,
                "test"));
        operator = new Operator(proxy.target());
        Route root = prefix("shop.test", "/", "web");
        operator.put(
                Shop.http(),
                Shop.settings(),
                host("shop.test", root),
                root,
                cluster("web"),
                endpoints("web", web.address()));
    }

    @AfterEach
    void stop() {
        proxy.close();
        web.close();
    }

    @Test
    void aRetryIsAListOfTries() throws IOException {
        operator.put(endpoints("web", web.address(), nobody()));
        try (Connection client = client()) {
            client.get("shop.test", "/");
            client.get("shop.test", "/");
        }

        assertThat(lines(2))
                .anyMatch(line -> line.matches(".* \\[shop-web-80] \\[] 127\\.0\\.0\\.1:\\d+, 127\\.0\\.0\\.1:\\d+ 0, 3"
                        + " \\d\\.\\d{3}, \\d\\.\\d{3} 502, 200 [0-9a-f]{32}"))
                .allMatch(line -> line.contains("\"GET / HTTP/1.1\" 200 3 "));
    }

    @Test
    void aClientThatWentFirstIs499() throws IOException {
        try (Connection client = client()) {
            client.send("shop.test", "/held");
            Awaitility.await().atMost(SOON).until(() -> web.held() == 1);
            client.reset();
        }

        assertThat(lines(1)).singleElement().asString().contains("\"GET /held HTTP/1.1\" 499 0 ");
    }

    @Test
    void aRequestThatWasNotUnderstoodHasNoUpstream() throws IOException {
        try (Connection client = client()) {
            client.send("shop.test", "/\u0001");
            assertThat(client.receive().status()).isEqualTo(400);
        }

        assertThat(lines(1)).singleElement().asString().contains(" 400 ").endsWith(" [-] [] - - - - -");
    }

    @Test
    void aServiceWithoutEndpointsIsNamedAllTheSame() throws IOException {
        operator.put(endpoints("web"));
        try (Connection client = client()) {
            client.get("shop.test", "/");
        }

        assertThat(lines(1)).singleElement().asString().contains(" 503 ").contains(" [shop-web-80] [] - - - - ");
    }

    @Test
    void linesThatAreNotYetWrittenAreWrittenAtTheEnd() throws IOException {
        try (Connection client = client()) {
            client.get("shop.test", "/last");
        }
        Awaitility.await().atMost(SOON).until(() -> {
            proxy.close();
            return log.size() > 0;
        });

        assertThat(log.toString(StandardCharsets.US_ASCII)).contains("GET /last HTTP/1.1");
    }

    private List<String> lines(int count) {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> log.toString(StandardCharsets.US_ASCII).lines().count() >= count);
        return log.toString(StandardCharsets.US_ASCII).lines().toList();
    }

    private Connection client() throws IOException {
        return Connection.to(proxy.addresses(IngressProxy.HTTP).getFirst());
    }

    private static InetSocketAddress nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }
    }
}
