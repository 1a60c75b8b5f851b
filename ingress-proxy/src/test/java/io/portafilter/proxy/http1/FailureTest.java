package io.portafilter.proxy.http1;

import static io.portafilter.proxy.http1.Wire.head;
import static io.portafilter.proxy.http1.Wire.seen;
import static io.portafilter.proxy.http1.Wire.undated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portafilter.contract.Endpoint;
import io.portafilter.contract.ProxyNextUpstream.Condition;
import io.portafilter.proxy.exchange.ClientLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
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
    private static final String PUT = head("PUT / HTTP/1.1", "Host: shop.test", "Content-Length: 4") + "data";

    private static final Backend.Script DROPS = Backend.Connection::readRequest;
    private static final Backend.Script SILENT = Backend.Connection::readAll;

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

    // ---- retries ----

    @Test
    void aRefusedConnectionIsTriedElsewhereWhateverTheMethod() throws Exception {
        int dead = unusedPort();
        try (Backend alive = Backend.answering(OK);
                Proxy proxy = Proxy.to(alive)) {
            proxy.endpoints(List.of(new Endpoint("127.0.0.1", dead), new Endpoint("127.0.0.1", alive.port())));
            for (int i = 0; i < 4; i++) {
                try (Browser browser = proxy.browser()) {
                    browser.send(POST);
                    assertThat(browser.readHead()).startsWith("HTTP/1.1 200 OK\r\n");
                }
            }
            assertThat(seen(alive)).isEqualTo(POST.repeat(4));
            assertThat(proxy.ended()).extracting(Proxy.Ended::upstreamStatuses).contains(List.of(502, 200));
        }
    }

    @Test
    void anIdempotentRequestIsSentAgainWithItsBody() throws Exception {
        try (Backend broken = Backend.of(DROPS);
                Backend alive = Backend.answering(OK);
                Proxy proxy = Proxy.to(List.of(broken, alive));
                Browser browser = proxy.browser()) {
            for (int i = 0; i < 2; i++) {
                browser.send(PUT);
                assertThat(browser.readHead()).startsWith("HTTP/1.1 200 OK\r\n");
                browser.readBytes(2);
            }
            assertThat(seen(alive)).isEqualTo(PUT + PUT);
            assertThat(seen(broken)).isIn(PUT, PUT + PUT);
        }
    }

    @Test
    void aPostIsNotSentTwiceUnlessTheRouteAllowsIt() throws Exception {
        try (Backend broken = Backend.of(DROPS);
                Proxy careful = Proxy.to(broken);
                Proxy bold = Proxy.to(broken, Proxy.next(3, true, Condition.ERROR));
                Browser first = careful.browser();
                Browser second = bold.browser()) {
            first.send(POST);
            assertThat(first.readHead()).startsWith("HTTP/1.1 502");
            assertThat(seen(broken)).isEqualTo(POST);
            second.send(POST);
            assertThat(second.readHead()).startsWith("HTTP/1.1 502");
            assertThat(seen(broken)).isEqualTo(POST.repeat(4));
        }
    }

    @Test
    void theOnlyEndpointIsAskedAsOftenAsThereAreTries() throws Exception {
        try (Backend silent = Backend.of(SILENT);
                Proxy proxy = Proxy.to(silent, Proxy.timeout(1, 1));
                Browser browser = proxy.browser()) {
            browser.send(GET);
            assertThat(browser.readHead()).startsWith("HTTP/1.1 504 Gateway Time-out\r\n");
            assertThat(seen(silent)).isEqualTo(GET.repeat(3));
            await().atMost(Duration.ofSeconds(30)).until(() -> !proxy.ended().isEmpty());
            assertThat(proxy.ended().getFirst().upstreamStatuses()).containsExactly(504, 504, 504);
        }
    }

    @Test
    void aLargeBodyIsNotSentTwice() throws Exception {
        String large = head("PUT / HTTP/1.1", "Host: shop.test", "Content-Length: 200000") + "x".repeat(200_000);
        try (Backend broken = Backend.of(DROPS);
                Proxy proxy = Proxy.to(broken);
                Browser browser = proxy.browser()) {
            browser.send(large);
            assertThat(browser.readHead()).startsWith("HTTP/1.1 502");
            assertThat(seen(broken)).isEqualTo(large);
        }
    }

    @Test
    void aStatusThatCountsAsFailureIsTriedElsewhereAndPassesWhenNobodyIsBetter() throws Exception {
        String busy = head("HTTP/1.1 503 Busy", "Content-Length: 4") + "busy";
        try (Backend first = Backend.answering(busy);
                Proxy proxy = Proxy.to(first, Proxy.next(2, false, Condition.HTTP_503));
                Browser browser = proxy.browser()) {
            browser.send(GET);
            assertThat(undated(browser.readHead())).isEqualTo(head("HTTP/1.1 503 Busy", "Content-Length: 4"));
            assertThat(browser.readBytes(4)).isEqualTo("busy");
            assertThat(seen(first)).isEqualTo(GET + GET);
        }
    }

    @Test
    void aConnectionThatDiedInThePoolCostsNoTry() throws Exception {
        Backend.Script once = connection -> {
            connection.readHead();
            connection.send(OK);
            connection.readHead();
        };
        try (Backend backend = Backend.of(once);
                Proxy proxy = Proxy.to(backend, Proxy.next(1, false, Condition.ERROR));
                Browser browser = proxy.browser()) {
            browser.send(GET);
            browser.readHead();
            browser.readBytes(2);
            browser.send(GET);
            assertThat(browser.readHead()).startsWith("HTTP/1.1 200 OK\r\n");
            assertThat(seen(backend.connection(0))).isEqualTo(GET.repeat(2));
            assertThat(seen(backend.connection(1))).isEqualTo(GET);
        }
    }

    // ---- endpoints ----

    @Test
    void noEndpointIsServiceUnavailableAndANewOneIsUsedAtOnce() throws Exception {
        try (Backend backend = Backend.answering(OK);
                Proxy proxy = Proxy.to(List.of());
                Browser browser = proxy.browser()) {
            browser.send(GET);
            assertThat(browser.readUntil("</html>\r\n"))
                    .startsWith("HTTP/1.1 503 Service Temporarily Unavailable\r\n")
                    .contains("<h1>503 Service Temporarily Unavailable</h1>");
            proxy.endpoints(List.of(new Endpoint("127.0.0.1", backend.port())));
            browser.send(GET);
            assertThat(browser.readHead()).startsWith("HTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    void anEndpointThatIsRemovedLosesItsIdleConnectionsButFinishesItsRequests() throws Exception {
        Backend.Script slow = connection -> {
            connection.readHead();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nsl");
            if (connection.readUntil("go on")) {
                connection.send("ow");
            }
            connection.readAll();
        };
        try (Backend idle = Backend.answering(OK);
                Backend busy = Backend.of(slow);
                Proxy proxy = Proxy.to(idle)) {
            try (Browser browser = proxy.browser();
                    Browser other = proxy.browser()) {
                browser.send(GET);
                browser.readHead();
                browser.readBytes(2);
                proxy.endpoints(List.of(new Endpoint("127.0.0.1", busy.port())));
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> idle.connection(0).ended());
                other.send(head("POST / HTTP/1.1", "Host: shop.test", "Transfer-Encoding: chunked"));
                other.readHead();
                other.readUntil("sl");
                proxy.endpoints(List.of());
                other.send("5\r\ngo on\r\n0\r\n\r\n");
                assertThat(other.readUntil("ow")).endsWith("ow");
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> busy.connection(0).ended());
            }
        }
    }

    @Test
    void ahundredNewConnectionsReachEachOfTenEndpointsEquallyOnSeveralLoops() throws Exception {
        List<Backend> backends = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            backends.add(Backend.answering(OK));
        }
        try (Proxy proxy = Proxy.to(3, backends)) {
            for (int i = 0; i < 100; i++) {
                try (Browser browser = proxy.browser()) {
                    browser.send(GET);
                    browser.readHead();
                }
            }
            Set<Integer> counts = new HashSet<>();
            for (Backend backend : backends) {
                counts.add(seen(backend).split("GET / ", -1).length - 1);
            }
            assertThat(counts).containsExactly(10);
        } finally {
            for (Backend backend : backends) {
                backend.close();
            }
        }
    }

    // ---- deadlines and memory ----

    @Test
    void aHeadThatDoesNotArriveIsATimeout() throws Exception {
        try (Proxy proxy = Proxy.answering(404)) {
            proxy.limits = new ClientLimits(75, 1000, 1, 1);
            try (Browser browser = proxy.browser()) {
                browser.send("GET / HTT");
                assertThat(browser.readAll())
                        .startsWith("HTTP/1.1 408 Request Time-out\r\n")
                        .contains("\r\nConnection: close\r\n");
            }
        }
    }

    @Test
    void aConnectionThatStaysIdleIsClosedWithoutAWord() throws Exception {
        try (Proxy proxy = Proxy.answering(404)) {
            proxy.limits = new ClientLimits(1, 1000, 60, 60);
            try (Browser browser = proxy.browser()) {
                browser.send(GET);
                browser.readUntil("</html>\r\n");
                assertThat(browser.readAll()).isEmpty();
            }
        }
    }

    @Test
    void aConnectionServesNoMoreRequestsThanItMay() throws Exception {
        try (Proxy proxy = Proxy.answering(404)) {
            proxy.limits = new ClientLimits(75, 2, 60, 60);
            try (Browser browser = proxy.browser()) {
                browser.send(GET + GET + GET);
                assertThat(browser.readAll().split("HTTP/1.1 404", -1)).hasSize(3);
            }
        }
    }

    @Test
    void aBodyThatStopsIsATimeoutAndTheBackendIsLeft() throws Exception {
        try (Backend backend = Backend.of(SILENT);
                Proxy proxy = Proxy.to(backend)) {
            proxy.limits = new ClientLimits(75, 1000, 60, 1);
            try (Browser browser = proxy.browser()) {
                browser.send(head("POST / HTTP/1.1", "Host: shop.test", "Content-Length: 10") + "12345");
                assertThat(browser.readAll())
                        .startsWith("HTTP/1.1 408 Request Time-out\r\n")
                        .contains("\r\nConnection: close\r\n");
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> backend.connection(0).ended());
            }
        }
    }

    @Test
    void aSlowReaderHoldsTheBackendBack() throws Exception {
        int size = 64 * 1024 * 1024;
        AtomicLong sent = new AtomicLong();
        Backend.Script script = connection -> {
            connection.readHead();
            connection.send(head("HTTP/1.1 200 OK", "Content-Length: " + size));
            String block = "x".repeat(64 * 1024);
            for (int i = 0; i < size / block.length(); i++) {
                connection.send(block);
                sent.addAndGet(block.length());
            }
        };
        try (Backend backend = Backend.of(script);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(GET);
            browser.readHead();
            await().atMost(Duration.ofSeconds(30))
                    .during(Duration.ofMillis(500))
                    .until(() -> sent.get() < size / 2);
            assertThat(browser.readBytes(size)).hasSize(size);
        }
    }

    @Test
    void aSlowBackendHoldsTheClientBack() throws Exception {
        int size = 64 * 1024 * 1024;
        AtomicLong sent = new AtomicLong();
        Backend.Script script = connection -> {
            connection.readHead();
            awaitStandstill(sent);
            for (int i = 0; i < size; i += 1024) {
                connection.skip(1024);
            }
            connection.send(OK);
        };
        try (Backend backend = Backend.of(script);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(head("PUT / HTTP/1.1", "Host: shop.test", "Content-Length: " + size));
            String block = "x".repeat(64 * 1024);
            Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < size / block.length(); i++) {
                        browser.send(block);
                        sent.addAndGet(block.length());
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertThat(browser.readHead()).startsWith("HTTP/1.1 200 OK\r\n");
            assertThat(sent.get()).isEqualTo(size);
        }
    }

    private static void awaitStandstill(AtomicLong sent) {
        await().atMost(Duration.ofSeconds(30))
                .during(Duration.ofMillis(500))
                .until(() -> sent.get() < 32 * 1024 * 1024);
    }

    @Test
    void drainingFinishesWhatIsGoingOnAndSaysGoodbye() throws Exception {
        Backend.Script script = connection -> {
            connection.readHead();
            connection.send("HTTP/1.1 103 Wait\r\n\r\n");
            connection.readBytes(1);
            connection.send(OK);
        };
        try (Backend backend = Backend.of(script);
                Proxy proxy = Proxy.to(backend);
                Browser idle = proxy.browser();
                Browser busy = proxy.browser()) {
            busy.send(head("PUT / HTTP/1.1", "Host: shop.test", "Content-Length: 1"));
            busy.readHead();
            proxy.drain();
            assertThat(idle.readAll()).isEmpty();
            busy.send("x");
            assertThat(busy.readAll()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("ok");
        }
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
