package io.portafilter.proxy.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portafilter.contract.feed.StreamOptions;
import io.portafilter.proxy.Loopback;
import io.portafilter.proxy.metrics.MetricLabels;
import io.portafilter.proxy.metrics.MetricOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole daemon in this process: a real operator's end, real clients, a real disk. */
class DaemonTest {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    private static final ShutdownPace AT_ONCE =
            new ShutdownPace(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5), Duration.ZERO);

    @TempDir
    private Path folder;

    private final Loopback web = new Loopback("web");
    private final HttpClient http = HttpClient.newHttpClient();
    private Optional<OperatorServer> operator = Optional.empty();
    private Optional<Daemon> daemon = Optional.empty();

    @BeforeEach
    void startOperator() throws Exception {
        operator = Optional.of(new OperatorServer(folder));
    }

    @AfterEach
    void stop() {
        daemon.ifPresent(Daemon::end);
        operator.ifPresent(OperatorServer::close);
        web.close();
        http.close();
    }

    @Test
    void itIsReadyWhenAnOperatorHasToldItSomethingAndAliveBefore() throws Exception {
        start(AT_ONCE, operator().options());
        assertThat(admin("/healthz").statusCode()).isEqualTo(500);
        assertThat(admin("/healthz").body()).isEqualTo("not configured yet");
        assertThat(admin("/readyz").statusCode()).isEqualTo(500);
        assertThat(admin("/well").statusCode()).isEqualTo(500);
        assertThat(admin("/livez").statusCode()).isEqualTo(200);

        operator().publish(Site.to(web.address()));

        until(() -> assertThat(admin("/healthz").statusCode()).isEqualTo(200));
        assertThat(admin("/readyz").statusCode()).isEqualTo(200);
        assertThat(admin("/well").statusCode()).isEqualTo(200);
        assertThat(get()).endsWith("web");
        assertThat(admin("/status").body())
                .contains("\"connected\":true", "\"source\":\"operator\"", "\"ready\":true", "\"version\":\"");
    }

    @Test
    void withoutAnyOperatorItServesFromDiskAndSaysSo() throws Exception {
        start(AT_ONCE, operator().options());
        operator().publish(Site.to(web.address()));
        until(() -> assertThat(admin("/healthz").statusCode()).isEqualTo(200));
        daemon().end();
        StreamOptions nowhere =
                StreamOptions.of(URI.create("https://localhost:1"), folder.resolve("ca.crt"), folder.resolve("token"));

        start(AT_ONCE, nowhere);

        assertThat(get()).endsWith("web");
        assertThat(admin("/healthz").statusCode()).isEqualTo(200);
        assertThat(admin("/metrics").body())
                .containsPattern("portafilter_configuration_source\\{.*source=\"disk\"} 1\\.0")
                .containsPattern("portafilter_configuration_source\\{.*source=\"operator\"} 0\\.0")
                .containsPattern("portafilter_stream_connected\\{.*} 0\\.0")
                .containsPattern("portafilter_configuration_changed_timestamp_seconds\\{.*} \\d\\.\\d+E9")
                .doesNotContain("portafilter_stream_last_contact_age_seconds{");
        assertThat(admin("/status").body()).contains("\"connected\":false", "\"source\":\"disk\"");
    }

    @Test
    void metricsSayHowItStandsWithTheOperatorAndTheDisk() throws Exception {
        start(AT_ONCE, operator().options());
        operator().publish(Site.to(web.address()));

        until(() -> assertThat(admin("/metrics").body())
                .containsPattern("portafilter_stream_connected\\{.*} 1\\.0")
                .containsPattern("portafilter_stream_commits_total\\{.*} [12]\\.0")
                .containsPattern("portafilter_stream_last_contact_age_seconds\\{.*} [0-9.]+")
                .containsPattern("portafilter_stream_opened_total\\{.*} 1\\.0")
                .containsPattern("portafilter_configuration_refused_objects\\{.*} 0\\.0")
                .containsPattern("portafilter_last_good_current\\{.*} 1\\.0")
                .containsPattern("portafilter_last_good_written_bytes_total\\{.*} [1-9][0-9.]+")
                .containsPattern("portafilter_last_good_failures_total\\{.*} 0\\.0"));
    }

    @Test
    void aStateFolderThatCannotBeUsedDoesNotStopIt() throws Exception {
        Files.writeString(folder.resolve("state"), "a file, not a folder");

        start(AT_ONCE, operator().options());
        operator().publish(Site.to(web.address()));

        until(() -> assertThat(get()).endsWith("web"));
        assertThat(admin("/metrics").body())
                .containsPattern("portafilter_last_good_current\\{.*} 0\\.0")
                .doesNotContain("portafilter_last_good_failures");
    }

    @Test
    void noRequestFailsWhenItEndsUnderLoad() throws Exception {
        start(
                new ShutdownPace(
                        Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMillis(100)),
                operator().options());
        operator().publish(Site.to(web.address()));
        until(() -> assertThat(get()).endsWith("web"));

        try (Load load = new Load(daemon().http().getFirst(), 8, 24, 4)) {
            until(() -> assertThat(load.answers()).isGreaterThan(500));
            CompletableFuture<Void> end = CompletableFuture.runAsync(daemon()::end);
            until(() -> assertThat(admin("/healthz").statusCode()).isEqualTo(500));
            assertThat(admin("/readyz").body()).isEqualTo("shutting down");
            assertThat(admin("/livez").statusCode()).isEqualTo(200);
            long before = load.answers();
            until(() -> assertThat(load.answers()).isGreaterThan(before + 200));
            load.connectNoMore();
            load.await();
            end.join();
            assertThat(load.failures()).isEmpty();
        }
        assertThatThrownBy(() -> connect().close()).isInstanceOf(IOException.class);
    }

    @Test
    void changesAreTakenWhileItEnds() throws Exception {
        start(
                new ShutdownPace(Duration.ofSeconds(20), Duration.ZERO, Duration.ofSeconds(5), Duration.ZERO),
                operator().options());
        operator().publish(Site.to(web.address()));
        until(() -> assertThat(get()).endsWith("web"));
        Thread end = Thread.ofPlatform().start(daemon()::end);
        until(() -> assertThat(admin("/healthz").statusCode()).isEqualTo(500));

        try (Loopback moved = new Loopback("moved")) {
            operator().publish(Site.to(moved.address()));
            until(() -> assertThat(get()).endsWith("moved").containsIgnoringCase("connection: close"));
        }
        end.interrupt();
        end.join();
    }

    private void start(ShutdownPace pace, StreamOptions stream) throws IOException {
        daemon = Optional.of(Daemon.start(new DaemonOptions(
                stream,
                Optional.of(folder.resolve("state/last-good")),
                List.of(ANY),
                List.of(ANY),
                ANY,
                "/well",
                new MetricLabels("ns", "class", "pod"),
                MetricOptions.DEFAULT,
                pace,
                "test")));
    }

    private Daemon daemon() {
        return daemon.orElseThrow();
    }

    private OperatorServer operator() {
        return operator.orElseThrow();
    }

    /** The whole answer to a request on a connection of its own. */
    private String get() throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: shop.test\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(daemon().http().getFirst(), 10_000);
        return socket;
    }

    private HttpResponse<String> admin(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + daemon().admin().getPort() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void until(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(assertion);
    }
}
