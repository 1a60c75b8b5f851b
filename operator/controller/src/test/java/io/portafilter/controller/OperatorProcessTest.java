package io.portafilter.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portafilter.controller.apiserver.ApiServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator as a process of its own. */
@Tag("api-server")
class OperatorProcessTest {
    private final ApiServer api = ApiServer.shared();
    private final String namespace = api.namespace();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void itRunsUntilItIsToldToEndAndGivesTheLeaseBack() throws Exception {
        int port = freePort();
        Process process = start(api.kubeconfig(), port);
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> status(port) == 200);
            await().atMost(Duration.ofSeconds(30)).until(() -> !holder().isEmpty());

            process.destroy();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(log()).isZero();
            assertThat(holder()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void itEndsWithASentenceWhereItMayNotWatch() throws Exception {
        String nobody = api.kubeconfig().replaceFirst("(?s)users:.*", "users: []\n");
        Process process = start(nobody, freePort());
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(log()).contains("The API server forbids us to list").contains("in namespace " + namespace);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(String kubeconfig, int port) throws IOException {
        Path config = Files.writeString(folder.resolve("kubeconfig"), kubeconfig);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OperatorCommand.class.getName(),
                "--kubeconfig=" + config,
                "--watch-namespace=" + namespace,
                "--configmap=" + namespace + "/options",
                "--healthz-host=127.0.0.1",
                "--healthz-port=" + port));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("POD_NAME", "operator-0");
        builder.environment().put("POD_NAMESPACE", namespace);
        return builder.start();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private String holder() {
        var lease = api.client()
                .leases()
                .inNamespace(namespace)
                .withName("ingress-controller-leader")
                .get();
        String holder = lease == null ? "" : lease.getSpec().getHolderIdentity();
        return holder == null ? "" : holder;
    }

    private static int status(int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/healthz"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
