package io.portafilter.proxy.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminServerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private AdminServer admin;

    @BeforeEach
    void start() throws IOException {
        admin = AdminServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        admin.add("/hello", () -> Page.Answer.text("hello \u00e4"));
    }

    @AfterEach
    void stop() {
        admin.close();
        client.close();
    }

    @Test
    void aPageAnswersAtItsPathAlone() throws Exception {
        assertThat(get("/hello").statusCode()).isEqualTo(200);
        assertThat(get("/hello").body()).isEqualTo("hello \u00e4");
        assertThat(get("/hello?query").body()).isEqualTo("hello \u00e4");
        assertThat(get("/hello/").statusCode()).isEqualTo(404);
        assertThat(get("/hellos").statusCode()).isEqualTo(404);
        assertThat(get("/").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageIsMadeAnewForEachRequest() throws Exception {
        AtomicBoolean ready = new AtomicBoolean();
        admin.add("/ready", () -> new Page.Answer(ready.get() ? 200 : 500, "text/plain", ""));

        assertThat(get("/ready").statusCode()).isEqualTo(500);
        ready.set(true);
        assertThat(get("/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void aPageRunsOnAVirtualThread() throws Exception {
        admin.add(
                "/thread",
                () -> Page.Answer.text(String.valueOf(Thread.currentThread().isVirtual())));

        assertThat(get("/thread").body()).isEqualTo("true");
    }

    @Test
    void headHasNoBodyAndOtherMethodsAreRefused() throws Exception {
        HttpResponse<String> head = send("HEAD", "/hello");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(send("POST", "/hello").statusCode()).isEqualTo(405);
        assertThat(send("DELETE", "/hello").statusCode()).isEqualTo(405);
    }

    @Test
    void aPageThatFailsSaysSoWithoutSayingWhy() throws Exception {
        admin.add("/broken", () -> {
            throw new IllegalStateException("secret detail");
        });

        HttpResponse<String> answer = get("/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret detail");
        assertThat(get("/hello").statusCode()).isEqualTo(200);
    }

    @Test
    void aPageThatFailsWhileItIsSentEndsThereAndNothingElse() throws Exception {
        admin.add(
                "/half",
                () -> new Page.Answer(200, "text/plain", out -> {
                    out.write(new byte[100_000]);
                    throw new IllegalStateException("as the test wants it");
                }));

        assertThatThrownBy(() -> get("/half")).isInstanceOf(IOException.class);
        assertThat(get("/hello").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip                        | true
            deflate, GZIP;q=0.5         | true
            gzip;q=0.0                  | false
            gzip; q=0                   | false
            deflate                     | false
            """)
    void whoAcceptsItGetsLessBytes(String accepted, boolean zipped) throws Exception {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(uri("/hello"))
                        .header("Accept-Encoding", accepted)
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding"))
                .isEqualTo(zipped ? Optional.of("gzip") : Optional.empty());
        byte[] body =
                zipped ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes() : answer.body();
        assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo("hello \u00e4");
    }

    @Test
    void jsonIsLabelledAsJson() throws Exception {
        admin.add("/status", () -> Page.Answer.json("{}"));

        assertThat(get("/status").headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void anAddressThatIsTakenIsRefusedWithASentence() {
        assertThatThrownBy(() -> AdminServer.start(admin.address()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("admin port")
                .hasMessageContaining(String.valueOf(admin.address().getPort()));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path);
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + admin.address().getPort() + path);
    }
}
