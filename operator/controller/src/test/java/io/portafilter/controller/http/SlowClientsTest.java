package io.portafilter.controller.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.portafilter.compiler.Compiler;
import io.portafilter.compiler.CompilerOptions;
import io.portafilter.controller.admin.AdminServer;
import io.portafilter.controller.admission.AdmissionServer;
import io.portafilter.controller.authority.TestAuthority;
import io.portafilter.controller.compile.CompileLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The admin port and the webhook, and clients that do not come to an end. */
class SlowClientsTest {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    /** The JDK looks at its clocks every second; a machine may be busy. */
    private static final Duration LATEST = HttpServers.REQUEST_TIME.plusSeconds(10);

    private final TestAuthority authority = new TestAuthority();
    private final CompileLoop loop = new CompileLoop(() -> new Compiler(CompilerOptions.DEFAULT), List.of());
    private final Map<String, Future<Duration>> clients = new LinkedHashMap<>();
    private AdminServer admin;
    private AdmissionServer webhook;

    @BeforeEach
    void start() throws IOException {
        loop.start(List.of());
        admin = AdminServer.start(ANYWHERE);
        admin.add("/page", () -> AdminServer.Answer.line(200, "fine"));
        webhook =
                AdmissionServer.start(ANYWHERE, authority.server(), loop, namespace -> true, new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        webhook.close();
        admin.close();
        loop.close();
    }

    @Test
    void whoeverSendsSlowlyIsCutOffAndTheOthersAreAnsweredMeanwhile() throws Exception {
        String webhookHead = "POST " + AdmissionServer.PATH + " HTTP/1.1\r\nHost: localhost\r\n";
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            slow("admin: a head", threads, () -> plain(admin.address(), "GET /page HTTP/1.1\r\nX: ", "x"));
            slow("admin: nothing at all", threads, () -> plain(admin.address(), "", ""));
            slow("webhook: half a handshake", threads, () -> plain(webhook.address(), "\u0016\u0003\u0001\u0001", ""));
            slow("webhook: a head", threads, () -> tls(webhookHead + "X: ", "x"));
            slow("webhook: a body", threads, () -> tls(webhookHead + "Content-Length: 1000\r\n\r\n{", " "));

            assertThat(page()).isEqualTo("fine\n");
            for (Map.Entry<String, Future<Duration>> client : clients.entrySet()) {
                assertThat(client.getValue().get())
                        .as(client.getKey())
                        .isBetween(HttpServers.REQUEST_TIME.minusSeconds(1), LATEST);
            }
            assertThat(page()).isEqualTo("fine\n");
        }
    }

    private void slow(String what, ExecutorService threads, Callable<Duration> client) {
        clients.put(what, threads.submit(client));
    }

    private Duration tls(String start, String drip) throws IOException {
        try (DrippingClient client = DrippingClient.tls(webhook.address(), authority.client())) {
            return client.untilClosed(start, drip);
        }
    }

    private static Duration plain(InetSocketAddress server, String start, String drip) throws IOException {
        try (DrippingClient client = DrippingClient.plain(server)) {
            return client.untilClosed(start, drip);
        }
    }

    private String page() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                            + admin.address().getPort() + "/page"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
