package io.portafilter.controller.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portafilter.controller.admin.AdminServer.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminServerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private AdminServer admin;

    @BeforeEach
    void start() throws IOException {
        admin = AdminServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void stop() {
        admin.close();
        client.close();
    }

    @Test
    void aPageIsMadeAnewForEachRequest() throws Exception {
        List<String> requests = new ArrayList<>();
        admin.add("/page", () -> {
            requests.add("one");
            return Answer.line(200, "number " + requests.size());
        });

        assertThat(get("/page").body()).isEqualTo("number 1\n");
        assertThat(get("/page?x=y").body()).isEqualTo("number 2\n");
    }

    @Test
    void headAnswersWithoutABody() throws Exception {
        admin.add("/page", () -> Answer.line(200, "fine"));

        HttpResponse<String> response = send("HEAD", "/page");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void whatIsNotThereOrNotAllowedOrFailsHasItsStatus() throws Exception {
        admin.add("/page", () -> {
            throw new IllegalStateException("nobody shall read this");
        });

        assertThat(get("/other").statusCode()).isEqualTo(404);
        assertThat(send("POST", "/page").statusCode()).isEqualTo(405);
        HttpResponse<String> failed = get("/page");
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).doesNotContain("nobody shall read this");
    }

    @Test
    void tooManyRequestsAtOnceAreTurnedAway() throws Exception {
        CountDownLatch busy = new CountDownLatch(16);
        CountDownLatch free = new CountDownLatch(1);
        admin.add("/slow", () -> {
            busy.countDown();
            try {
                free.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Answer.line(200, "at last");
        });
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            waiting.add(client.sendAsync(request("GET", "/slow"), HttpResponse.BodyHandlers.ofString()));
        }
        busy.await();

        assertThat(get("/slow").statusCode()).isEqualTo(429);

        free.countDown();
        assertThat(waiting).allMatch(response -> response.join().statusCode() == 200);
    }

    @Test
    void anAddressThatIsTakenIsASentence() {
        assertThatThrownBy(() -> AdminServer.start(admin.address()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("choose another with --healthz-port and --healthz-host");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path);
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        return client.send(request(method, path), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + admin.address().getPort() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
    }
}
