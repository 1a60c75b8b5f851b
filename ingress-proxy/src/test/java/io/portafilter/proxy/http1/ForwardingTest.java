package io.portafilter.proxy.http1;

import static io.portafilter.proxy.http1.Wire.head;
import static io.portafilter.proxy.http1.Wire.seen;
import static io.portafilter.proxy.http1.Wire.undated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portafilter.contract.ProxyBodySize;
import io.portafilter.contract.Sourced;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request, there and back. */
@ExtendWith(NoLeaks.class)
class ForwardingTest {
    private static final String OK = head("HTTP/1.1 200 OK", "Content-Length: 5") + "hello";
    private static final String GET = head("GET / HTTP/1.1", "Host: shop.test");

    @Test
    void aGetGoesThroughWithItsFieldsUntouchedAndTheClientNamed() throws Exception {
        try (Backend backend = Backend.answering(OK);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(
                    head("GET /a%2Fb//c?q=1 HTTP/1.1", "HOST:shop.test", "x-ODD:   v  ", "X-Request-ID: r1", "B:"));
            assertThat(undated(browser.readHead())).isEqualTo(head("HTTP/1.1 200 OK", "Content-Length: 5"));
            assertThat(browser.readBytes(5)).isEqualTo("hello");
            assertThat(backend.received())
                    .isEqualTo(head(
                            "GET /a%2Fb//c?q=1 HTTP/1.1",
                            "HOST:shop.test",
                            "x-ODD:   v",
                            "B:",
                            "X-Request-ID: r1",
                            "X-Real-IP: 127.0.0.1",
                            "X-Forwarded-For: 127.0.0.1",
                            "X-Forwarded-Host: shop.test",
                            "X-Forwarded-Port: 80",
                            "X-Forwarded-Proto: http",
                            "X-Forwarded-Scheme: http",
                            "X-Scheme: http"));
        }
    }

    @Test
    void theObserverIsToldOnceWithTheBytesOfBothSides() throws Exception {
        try (Backend backend = Backend.answering(OK);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            String request = head("POST / HTTP/1.1", "Host: shop.test", "Content-Length: 3") + "abc";
            browser.send(request);
            String answer = browser.readHead();
            browser.readBytes(5);
            await().atMost(Duration.ofSeconds(30)).until(() -> !proxy.ended().isEmpty());
            assertThat(proxy.ended())
                    .containsExactly(new Proxy.Ended(
                            "POST", 200, "COMPLETE", List.of(200), request.length(), answer.length() + 5, 5));
        }
    }

    @Test
    void connectionsOfBothSidesAreUsedAgain() throws Exception {
        try (Backend backend = Backend.answering(OK);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            for (int i = 0; i < 5; i++) {
                browser.send(GET);
                browser.readHead();
                assertThat(browser.readBytes(5)).isEqualTo("hello");
            }
            assertThat(backend.connectionCount()).isEqualTo(1);
            assertThat(seen(backend)).isEqualTo(GET.repeat(5));
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrderAndSentOneAtATime() throws Exception {
        Backend.Script script = connection -> {
            for (String head = connection.readHead(); !head.isEmpty(); head = connection.readHead()) {
                String path = head.substring(4, head.indexOf(' ', 4));
                connection.send(head("HTTP/1.1 200 OK", "Content-Length: " + path.length()) + path);
            }
        };
        try (Backend backend = Backend.of(script);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            StringBuilder requests = new StringBuilder();
            StringBuilder answers = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                requests.append(head("GET /" + i + " HTTP/1.1", "Host: shop.test"));
                String path = "/" + i;
                answers.append(head("HTTP/1.1 200 OK", "Content-Length: " + path.length()) + path);
            }
            browser.send(requests.toString());
            browser.endOutput();
            assertThat(undated(browser.readAll()).replace("Connection: close\r\n", ""))
                    .isEqualTo(answers.toString());
            assertThat(backend.connectionCount()).isEqualTo(1);
            assertThat(seen(backend)).isEqualTo(requests.toString());
        }
    }

    @Test
    void manyPipelinedRequestsThatTheProxyAnswersItselfNeedNoStack() throws Exception {
        try (Proxy proxy = Proxy.answering(404);
                Browser browser = proxy.browser()) {
            Thread.ofVirtual().start(() -> {
                try {
                    browser.send(GET.repeat(900)).endOutput();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertThat(browser.readAll().split("HTTP/1.1 404 Not Found", -1)).hasSize(901);
        }
    }

    @Test
    void anAnswerToHeadHasNoBodyWhateverItsLengthSays() throws Exception {
        try (Backend backend = Backend.answering(head("HTTP/1.1 200 OK", "Content-Length: 5"));
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            String request = head("HEAD / HTTP/1.1", "Host: shop.test");
            browser.send(request + request);
            assertThat(undated(browser.readHead())).isEqualTo(head("HTTP/1.1 200 OK", "Content-Length: 5"));
            assertThat(undated(browser.readHead())).isEqualTo(head("HTTP/1.1 200 OK", "Content-Length: 5"));
            assertThat(seen(backend)).isEqualTo(request + request);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "304 Not Modified"})
    void answersWithoutBodyKeepTheConnection(String status) throws Exception {
        try (Backend backend = Backend.answering(head("HTTP/1.1 " + status, "ETag: x"));
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            for (int i = 0; i < 2; i++) {
                browser.send(GET);
                assertThat(undated(browser.readHead())).isEqualTo(head("HTTP/1.1 " + status, "ETag: x"));
            }
            assertThat(backend.connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void aBodyIsForwardedAndTheConnectionFieldsAreNot() throws Exception {
        try (Backend backend = Backend.answering(
                        head("HTTP/1.1 200 OK", "Connection: keep-alive, X-Own", "X-Own: 1", "Content-Length: 5")
                                + "hello");
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(head(
                            "POST / HTTP/1.1",
                            "Host: shop.test",
                            "Connection: keep-alive, X-Listed",
                            "Keep-Alive: 5",
                            "TE: trailers",
                            "X-Listed: stays",
                            "Proxy: evil",
                            "X_Under: gone",
                            "Content-Length: 8")
                    + "the body");
            assertThat(undated(browser.readHead())).isEqualTo(head("HTTP/1.1 200 OK", "X-Own: 1", "Content-Length: 5"));
            assertThat(seen(backend))
                    .isEqualTo(head("POST / HTTP/1.1", "Host: shop.test", "X-Listed: stays", "Content-Length: 8")
                            + "the body");
        }
    }

    @Test
    void aChunkedBodyIsFramedAnewWithoutExtensionsAndTrailers() throws Exception {
        try (Backend backend = Backend.answering(OK);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(head("POST / HTTP/1.1", "Host: shop.test", "Transfer-Encoding: Chunked")
                    + "5;ext=\"a;b\"\r\nhello\r\n1\r\n!\r\n0\r\nX-Trailer: t\r\n\r\n");
            browser.readHead();
            assertThat(seen(backend))
                    .isEqualTo(head("POST / HTTP/1.1", "Host: shop.test", "Transfer-Encoding: chunked")
                            + "5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n");
        }
    }

    @Test
    void aChunkedAnswerIsFramedAnew() throws Exception {
        try (Backend backend = Backend.answering(head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "Trailer: T")
                        + "3;x\r\nabc\r\n2\r\nde\r\n0\r\nT: t\r\n\r\n");
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            for (int i = 0; i < 2; i++) {
                browser.send(GET);
                assertThat(undated(browser.readHead()))
                        .isEqualTo(head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked"));
                assertThat(browser.readUntil("0\r\n\r\n")).isEqualTo("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
            }
            assertThat(backend.connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatEndsWithTheConnectionIsChunkedForTheClient() throws Exception {
        Backend.Script script = connection -> {
            connection.readHead();
            connection.send(head("HTTP/1.0 200 Fine") + "all of it");
        };
        try (Backend backend = Backend.of(script);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(GET);
            assertThat(undated(browser.readHead())).isEqualTo(head("HTTP/1.1 200 Fine", "Transfer-Encoding: chunked"));
            assertThat(browser.readUntil("0\r\n\r\n").replaceAll("[0-9a-f]+\r\n|\r\n", ""))
                    .isEqualTo("all of it");
        }
    }

    @Test
    void anOldClientGetsNoChunksAndAClosedConnection() throws Exception {
        try (Backend backend = Backend.answering(
                        head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked") + "3\r\nabc\r\n0\r\n\r\n");
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(head("GET / HTTP/1.0", "Host: shop.test", "Connection: keep-alive"));
            assertThat(undated(browser.readAll())).isEqualTo(head("HTTP/1.1 200 OK", "Connection: close") + "abc");
            assertThat(seen(backend)).isEqualTo(head("GET / HTTP/1.1", "Host: shop.test"));
        }
    }

    @Test
    void anOldClientThatAsksForItKeepsItsConnection() throws Exception {
        try (Backend backend = Backend.answering(OK);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(head("GET / HTTP/1.0", "Host: shop.test", "Connection: Keep-Alive"));
            assertThat(undated(browser.readHead()))
                    .isEqualTo(head("HTTP/1.1 200 OK", "Content-Length: 5", "Connection: keep-alive"));
            browser.readBytes(5);
            browser.send(head("GET / HTTP/1.0", "Host: shop.test"));
            assertThat(undated(browser.readAll()))
                    .isEqualTo(head("HTTP/1.1 200 OK", "Content-Length: 5", "Connection: close") + "hello");
        }
    }

    @Test
    void aClientThatAsksForItLosesItsConnection() throws Exception {
        try (Backend backend = Backend.answering(OK);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(head("GET / HTTP/1.1", "Host: shop.test", "Connection: Close"));
            assertThat(undated(browser.readAll()))
                    .isEqualTo(head("HTTP/1.1 200 OK", "Content-Length: 5", "Connection: close") + "hello");
            assertThat(seen(backend)).isEqualTo(GET);
        }
    }

    @Test
    void informationalAnswersPassAndTheBodyWaitsForContinue() throws Exception {
        Backend.Script script = connection -> {
            connection.readHead();
            connection.send(head("HTTP/1.1 103 Early Hints", "Link: </a.css>") + head("HTTP/1.1 100 Continue"));
            connection.readBytes(4);
            connection.send(OK);
        };
        try (Backend backend = Backend.of(script);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(head("PUT / HTTP/1.1", "Host: shop.test", "Expect: 100-continue", "Content-Length: 4"));
            assertThat(browser.readHead()).isEqualTo(head("HTTP/1.1 103 Early Hints", "Link: </a.css>"));
            assertThat(browser.readHead()).isEqualTo(head("HTTP/1.1 100 Continue"));
            browser.send("data");
            assertThat(undated(browser.readHead())).isEqualTo(head("HTTP/1.1 200 OK", "Content-Length: 5"));
            assertThat(seen(backend))
                    .isEqualTo(head("PUT / HTTP/1.1", "Host: shop.test", "Expect: 100-continue", "Content-Length: 4")
                            + "data");
        }
    }

    @Test
    void anAnswerInsteadOfContinueClosesAsTheBodyMayOrMayNotCome() throws Exception {
        Backend.Script script = connection -> {
            connection.readHead();
            connection.send(head("HTTP/1.1 403 No", "Content-Length: 0"));
        };
        try (Backend backend = Backend.of(script);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(head("PUT / HTTP/1.1", "Host: shop.test", "Expect: 100-continue", "Content-Length: 4"));
            assertThat(undated(browser.readAll()))
                    .isEqualTo(head("HTTP/1.1 403 No", "Content-Length: 0", "Connection: close"));
        }
    }

    @Test
    void anEarlyAnswerReachesAClientThatIsStillSending() throws Exception {
        Backend.Script script = connection -> {
            connection.readHead();
            connection.send(head("HTTP/1.1 401 Who", "Content-Length: 2") + "no");
        };
        try (Backend backend = Backend.of(script);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(head("PUT / HTTP/1.1", "Host: shop.test", "Content-Length: 1000000") + "x".repeat(100));
            assertThat(undated(browser.readHead()))
                    .isEqualTo(head("HTTP/1.1 401 Who", "Content-Length: 2", "Connection: close"));
            browser.send("x".repeat(200_000));
            assertThat(browser.readAll()).isEqualTo("no");
            assertThat(seen(backend.connection(0)))
                    .startsWith(head("PUT / HTTP/1.1", "Host: shop.test", "Content-Length: 1000000"));
        }
    }

    @Test
    void aShortRestOfARequestIsReadForTheSakeOfTheConnection() throws Exception {
        try (Proxy proxy = Proxy.answering(404);
                Browser browser = proxy.browser()) {
            browser.send(head("POST / HTTP/1.1", "Host: shop.test", "Content-Length: 10") + "12345");
            assertThat(browser.readUntil("</html>\r\n")).startsWith("HTTP/1.1 404 Not Found\r\n");
            browser.send("67890" + GET);
            assertThat(browser.readUntil("</html>\r\n")).startsWith("HTTP/1.1 404 Not Found\r\n");
        }
    }

    @Test
    void aBodyThatSaysItIsTooLongIsRefusedAtOnce() throws Exception {
        try (Backend backend = Backend.answering(OK);
                Proxy proxy = Proxy.to(backend, new ProxyBodySize(Optional.of(Sourced.byDefault(10L))));
                Browser browser = proxy.browser()) {
            browser.send(head("POST / HTTP/1.1", "Host: shop.test", "Content-Length: 11"));
            assertThat(browser.readAll())
                    .startsWith("HTTP/1.1 413 Request Entity Too Large\r\n")
                    .contains("\r\nConnection: close\r\n");
            assertThat(backend.connectionCount()).isZero();
        }
    }

    @Test
    void aChunkedBodyIsCutWhereItBecomesTooLong() throws Exception {
        Backend.Script script = Backend.Connection::readAll;
        try (Backend backend = Backend.of(script);
                Proxy proxy = Proxy.to(backend, new ProxyBodySize(Optional.of(Sourced.byDefault(10L))));
                Browser browser = proxy.browser()) {
            browser.send(head("POST / HTTP/1.1", "Host: shop.test", "Transfer-Encoding: chunked")
                    + "a\r\n1234567890\r\n1\r\n1\r\n");
            assertThat(browser.readHead())
                    .startsWith("HTTP/1.1 413 Request Entity Too Large\r\n")
                    .contains("\r\nConnection: close\r\n");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> backend.connection(0).ended());
            assertThat(seen(backend)).doesNotContain("0\r\n\r\n");
        }
    }
}
