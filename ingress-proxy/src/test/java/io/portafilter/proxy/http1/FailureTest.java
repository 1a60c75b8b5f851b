package io.portafilter.proxy.http1;

import static io.portafilter.proxy.http1.Wire.head;
import static io.portafilter.proxy.http1.Wire.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on either side, and what is tried again. */
@ExtendWith(NoLeaks.class)
class FailureTest {
    private static final String OK = head("HTTP/1.1 200 OK", "Content-Length: 2") + "ok";
    private static final String GET = head("GET / HTTP/1.1", "Host: shop.test");
    private static final String POST = head("POST / HTTP/1.1", "Host: shop.test", "Content-Length: 4") + "data";

    private static final Backend.Script SILENT = Backend.Connection::readAll;

    @Test
    void informationalAnswersWithoutEndAreABadGateway() throws Exception {
        try (Backend backend =
                        Backend.answering("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(33) + "HTTP/1.1 200 OK\r\n\r\n");
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send("GET / HTTP/1.1\r\nHost: a.test\r\n\r\n");
            for (int i = 0; i < 32; i++) {
                assertThat(browser.readHead()).startsWith("HTTP/1.1 103 ");
            }
            assertThat(browser.readHead()).startsWith("HTTP/1.1 502 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\r\n\r\n",
                "HTTP/2.0 200 OK\r\n\r\n",
                "HTTP/1.1 20 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX : y\r\n\r\n",
                "HTTP/1.1 200 OK\r\n folded\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: a\rb\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n"
            })
    void whatIsNoAnswerIsABadGatewayAndKeepsTheClient(String answer) throws Exception {
        try (Backend backend = Backend.answering(answer);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(GET);
            assertThat(browser.readUntil("</html>\r\n"))
                    .startsWith("HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\n")
                    .doesNotContain("Connection: close");
            browser.send(GET);
            assertThat(browser.readHead()).startsWith("HTTP/1.1 502");
            assertThat(seen(backend.connection(0))).isEqualTo(GET);
        }
    }

    @Test
    void aHeadTooLongIsABadGateway() throws Exception {
        try (Backend backend = Backend.answering("HTTP/1.1 200 OK\r\nX: " + "x".repeat(40_000) + "\r\n\r\n");
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(GET);
            assertThat(browser.readHead()).startsWith("HTTP/1.1 502 Bad Gateway\r\n");
        }
    }

    @Test
    void bytesOnAnIdleConnectionCloseIt() throws Exception {
        Backend.Script script = connection -> {
            connection.readHead();
            connection.send(OK + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
            connection.readAll();
        };
        try (Backend backend = Backend.of(script);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            for (int i = 0; i < 3; i++) {
                browser.send(GET);
                browser.readHead();
                assertThat(browser.readBytes(2)).isEqualTo("ok");
                int last = i;
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> backend.connection(last).ended());
            }
            assertThat(backend.connectionCount()).isEqualTo(3);
        }
    }

    @Test
    void anAnswerThatBreaksOffBreaksOffForTheClientToo() throws Exception {
        Backend.Script script = connection -> {
            connection.readHead();
            connection.send(head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked") + "5\r\nhel");
        };
        try (Backend backend = Backend.of(script);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(GET);
            assertThat(browser.readAll()).startsWith("HTTP/1.1 200 OK\r\n").doesNotContain("0\r\n\r\n");
            await().atMost(Duration.ofSeconds(30)).until(() -> !proxy.ended().isEmpty());
            assertThat(proxy.ended().getFirst().reason()).isEqualTo("UPSTREAM_BROKE_OFF");
            assertThat(backend.connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void aBrokenChunkBreaksTheAnswerOff() throws Exception {
        Backend.Script script = connection -> {
            connection.readHead();
            connection.send(head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked") + "2\r\nhi\r\nzz\r\n");
            connection.readAll();
        };
        try (Backend backend = Backend.of(script);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(GET);
            assertThat(browser.readAll()).contains("2\r\nhi\r\n").doesNotContain("0\r\n\r\n");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> backend.connection(0).ended());
        }
    }

    @Test
    void aResetOfTheClientReachesTheBackend() throws Exception {
        try (Backend backend = Backend.of(SILENT);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(GET);
            await().atMost(Duration.ofSeconds(30)).until(() -> seen(backend).equals(GET));
            browser.reset();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> backend.connection(0).ended());
            assertThat(proxy.ended())
                    .extracting(Proxy.Ended::reason, Proxy.Ended::status)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("CLIENT_GONE", 0));
        }
    }

    @Test
    void aClientThatEndsInTheMiddleOfItsBodyIsGone() throws Exception {
        try (Backend backend = Backend.of(SILENT);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(head("POST / HTTP/1.1", "Host: shop.test", "Content-Length: 10") + "12345")
                    .endOutput();
            assertThat(browser.readAll()).isEmpty();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> backend.connection(0).ended());
            assertThat(seen(backend)).endsWith("\r\n\r\n12345");
        }
    }

    @Test
    void aClientThatEndsItsOutputAfterTheRequestIsAnswered() throws Exception {
        try (Backend backend = Backend.answering(OK);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(POST).endOutput();
            assertThat(browser.readAll()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("ok");
            assertThat(seen(backend)).isEqualTo(POST);
        }
    }

    @Test
    void aBrokenChunkOfTheClientIsABadRequestThatTheBackendNeverSeesTheEndOf() throws Exception {
        try (Backend backend = Backend.of(SILENT);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(head("POST / HTTP/1.1", "Host: shop.test", "Transfer-Encoding: chunked") + "2\r\nhi\nGET /");
            assertThat(browser.readHead())
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .contains("\r\nConnection: close\r\n");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> backend.connection(0).ended());
            assertThat(seen(backend)).doesNotContain("0\r\n\r\n").doesNotContain("GET /");
        }
    }
}
