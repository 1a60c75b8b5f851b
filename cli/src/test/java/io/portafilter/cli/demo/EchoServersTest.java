package io.portafilter.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Json;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.EndpointSlice;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Snapshot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EchoServersTest {
    private final EchoServers servers = new EchoServers();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        servers.close();
        client.close();
    }

    @Test
    void anEndpointAnswersWhatItIsAndWhatReachedIt() throws Exception {
        int port = freePort();
        assertThat(servers.follow(snapshot(slice("wear-1", "wear", "127.0.0.1", port))))
                .isEmpty();

        String answer =
                send(request(port, "/hats?size=m").header("X-Note", "a b")).body();

        assertThat(answer)
                .startsWith(
                        "Service shop/wear, EndpointSlice shop/wear-1, 127.0.0.1:" + port + "\n\nGET /hats?size=m\n")
                .contains("X-note: a b\n");
    }

    @Test
    void whoAcceptsJsonGetsJson() throws Exception {
        int port = freePort();
        servers.follow(snapshot(slice("wear-1", "wear", "127.0.0.1", port)));

        var answer = send(request(port, "/x")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("12345")));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        Echo echo = Json.read(answer.body().getBytes(StandardCharsets.UTF_8), Echo.class);
        assertThat(echo.service()).isEqualTo("shop/wear");
        assertThat(echo.method()).isEqualTo("POST");
        assertThat(echo.target()).isEqualTo("/x");
        assertThat(echo.bodyBytes()).isEqualTo(5);
        assertThat(echo.headers()).containsEntry("Accept", List.of("application/json"));
    }

    @Test
    void aHeadRequestHasNoBody() throws Exception {
        int port = freePort();
        servers.follow(snapshot(slice("wear-1", "wear", "127.0.0.1", port)));

        var answer = send(request(port, "/").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void serversComeAndGoWithTheirSlices() throws Exception {
        int first = freePort();
        int second = freePort();
        servers.follow(snapshot(slice("wear-1", "wear", "127.0.0.1", first)));
        servers.follow(snapshot(slice("wear-1", "video", "127.0.0.1", first), slice("b", "video", "::1", second)));

        assertThat(send(request(first, "/")).body()).startsWith("Service shop/video, ");
        assertThat(servers.size()).isEqualTo(2);

        servers.follow(Snapshot.empty());
        assertThat(servers.size()).isZero();
        try (ServerSocket free = new ServerSocket(first, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(free.isBound()).isTrue();
        }
    }

    @Test
    void onlyLoopbackIsPlayed() {
        servers.follow(snapshot(
                slice("a", "wear", "192.0.2.1", 80),
                slice("b", "wear", "example.com", 80),
                slice("c", "wear", "0.0.0.0", 80)));

        assertThat(servers.size()).isZero();
    }

    @Test
    void anAddressThatSomebodyElseHasIsToldAndHarmsNoOther() throws Exception {
        int good = freePort();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            List<String> sentences = servers.follow(snapshot(
                    slice("a", "wear", "127.0.0.1", taken.getLocalPort()), slice("b", "wear", "127.0.0.1", good)));

            assertThat(sentences)
                    .singleElement()
                    .asString()
                    .startsWith("demo: no echo server for shop/wear on 127.0.0.1:" + taken.getLocalPort() + ": ");
        }
        assertThat(send(request(good, "/")).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(int port, String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target));
    }

    private static Snapshot snapshot(EndpointSlice... slices) {
        return Snapshot.empty()
                .with(List.of(slices).stream().map(Change.Put::new).toList());
    }

    private static EndpointSlice slice(String name, String service, String address, int port) {
        Meta meta = new Meta(
                new Name("shop", name),
                "",
                Instant.EPOCH,
                new TreeMap<>(Map.of(EndpointSlice.SERVICE_NAME, service)),
                new TreeMap<>());
        return new EndpointSlice(
                meta,
                "IPv4",
                List.of(new EndpointSlice.Endpoint(List.of(address), Optional.empty())),
                List.of(new EndpointSlice.Port("", "TCP", Optional.of(port))));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
