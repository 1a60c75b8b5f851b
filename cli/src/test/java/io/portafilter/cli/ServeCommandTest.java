package io.portafilter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.portafilter.cli.serve.Serve;
import io.portafilter.cli.serve.Status;
import io.portafilter.contract.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole command lines, with real sockets. */
class ServeCommandTest {
    @TempDir
    private Path folder;

    private Path manifests = Path.of("");
    private int backend;

    @BeforeEach
    void prepare() throws IOException {
        manifests = Files.createDirectory(folder.resolve("manifests"));
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            backend = socket.getLocalPort();
        }
    }

    @Test
    void aFolderIsServedAndItsBackendsArePlayed() throws Exception {
        write("web.yaml", manifest("web.localhost"));
        try (Serve serve = start("--demo")) {
            Reply answer = get(serve, "web.localhost", "/x?y=z");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .startsWith("Service default/web-localhost, ")
                    .contains("GET /x?y=z\n", "X-forwarded-host: web.localhost");
            assertThat(get(serve, "other.localhost", "/").status()).isEqualTo(404);
        }
    }

    @Test
    void changesAreLive() throws Exception {
        try (Serve serve = start("--demo")) {
            assertThat(get(serve, "web.localhost", "/").status()).isEqualTo(404);

            write("web.yaml", manifest("web.localhost"));
            eventually().until(() -> get(serve, "web.localhost", "/").status() == 200);

            Files.delete(manifests.resolve("web.yaml"));
            eventually().until(() -> get(serve, "web.localhost", "/").status() == 404);
        }
    }

    @Test
    void whatBecomesInvalidStaysAsItWasAlsoAfterARestart() throws Exception {
        String[] state = {"--demo", "--state", folder.resolve("state").toString()};
        write("web.yaml", manifest("web.localhost"));
        try (Serve serve = start(state)) {
            write("web.yaml", invalid());
            eventually().until(() -> ingress(serve).effect().equals("last-good"));

            assertThat(ingress(serve).accepted()).isFalse();
            assertThat(ingress(serve).findings()).extracting("id").contains("last-good-in-effect");
            assertThat(get(serve, "web.localhost", "/").status()).isEqualTo(200);
        }
        try (Serve serve = start(state)) {
            assertThat(ingress(serve).effect()).isEqualTo("last-good");
            assertThat(get(serve, "web.localhost", "/").status()).isEqualTo(200);
        }
    }

    @Test
    void theAdminPortSaysHowThingsStand() throws Exception {
        write("web.yaml", manifest("web.localhost"));
        write("broken.yaml", "kind: [");
        try (Serve serve = start("--demo")) {
            Status status = Json.read(admin(serve, "/status").body().getBytes(StandardCharsets.UTF_8), Status.class);

            assertThat(status.version()).matches("[0-9a-f]{64}");
            assertThat(status.ingresses()).singleElement().satisfies(ingress -> {
                assertThat(ingress.name()).isEqualTo("web-localhost");
                assertThat(ingress.accepted()).isTrue();
                assertThat(ingress.loadBalancer().ingress()).containsExactly(new Status.Address("127.0.0.1"));
            });
            assertThat(status.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.id()).isEqualTo("yaml-broken");
                assertThat(problem.file())
                        .hasValueSatisfying(file -> assertThat(file).endsWith("broken.yaml"));
            });
            assertThat(admin(serve, "/healthz").statusCode()).isEqualTo(200);
            assertThat(admin(serve, "/metrics").body()).contains("nginx_ingress_controller_");
        }
    }

    @Test
    void anIngressOfAnotherClassHasNoAddress() throws Exception {
        write("web.yaml", manifest("web.localhost").replace("rules:", "ingressClassName: other\n  rules:"));
        try (Serve serve = start()) {
            assertThat(ingress(serve).effect()).isEqualTo("foreign");
            assertThat(ingress(serve).loadBalancer().ingress()).isEmpty();
        }
    }

    @Test
    void theAnnouncementNamesCommandLinesThatWork() throws Exception {
        write("web.yaml", manifest("web.localhost/a b"));
        write("wild.yaml", manifest("*.example.com"));
        try (Serve serve = start("--demo")) {
            int port = serve.http().getFirst().getPort();

            assertThat(serve.announcement().lines())
                    .contains(
                            "Serving 2 Ingresses, 2 hosts. Changes are live.",
                            "  http   127.0.0.1:" + port,
                            "  demo   1 echo server as backends",
                            "  curl http://web.localhost:" + port + "/a%20b",
                            "  curl --resolve any.example.com:" + port + ":127.0.0.1 http://any.example.com:" + port
                                    + "/");
            assertThat(get(serve, "web.localhost", "/a%20b").status()).isEqualTo(200);
        }
    }

    @Test
    void closingEndsWhoWaits() throws Exception {
        Serve serve = start();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                serve.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        InetSocketAddress http = serve.http().getFirst();
        serve.close();

        assertThat(waiting.join(Duration.ofSeconds(30))).isTrue();
        try (ServerSocket again = new ServerSocket(http.getPort(), 1, http.getAddress())) {
            assertThat(again.isBound()).isTrue();
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> EmbeddedServe.start(
                            manifests.toString(), "--bind", "127.0.0.1", "--http-port", port, "--https-port", "0"))
                    .withMessageContaining(port);
        }
    }

    @Test
    void aNameIsNoAddressToBind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start("--bind", "localhost"))
                .withMessageContaining("--bind")
                .withMessageContaining("\"localhost\" is not an IP address");
    }

    private Serve start(String... flags) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                manifests.toString(),
                "--bind",
                "127.0.0.1",
                "--http-port",
                "0",
                "--https-port",
                "0",
                "--admin-port",
                "0"));
        arguments.addAll(List.of(flags));
        return EmbeddedServe.start(arguments.toArray(String[]::new));
    }

    private String manifest(String place) {
        return Cli.run("manifest", place, "127.0.0.1:" + backend).out();
    }

    private String invalid() {
        return manifest("web.localhost")
                .replaceFirst("metadata:", "metadata:\n  annotations: {nginx.ingress.kubernetes.io/server-alias: a;b}");
    }

    /** In one step, as an editor does it. */
    private void write(String file, String text) throws IOException {
        Path draft = Files.writeString(folder.resolve("draft"), text);
        Files.move(draft, manifests.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Status.IngressStatus ingress(Serve serve) {
        return serve.status().ingresses().getFirst();
    }

    private static Reply get(Serve serve, String host, String target) throws IOException {
        return Reply.get(serve.http().getFirst(), host, target);
    }

    private static HttpResponse<String> admin(Serve serve, String path) throws IOException, InterruptedException {
        InetSocketAddress address = serve.admin().orElseThrow();
        URI page = URI.create("http://127.0.0.1:" + address.getPort() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
        }
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
