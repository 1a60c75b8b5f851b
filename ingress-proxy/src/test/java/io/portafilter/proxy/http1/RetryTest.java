package io.portafilter.proxy.http1;

import static io.portafilter.proxy.http1.Wire.head;
import static io.portafilter.proxy.http1.Wire.seen;
import static io.portafilter.proxy.http1.Wire.undated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portafilter.contract.Endpoint;
import io.portafilter.contract.ProxyNextUpstream.Condition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is tried again, and where. */
@ExtendWith(NoLeaks.class)
class RetryTest {
    private static final String OK = head("HTTP/1.1 200 OK", "Content-Length: 2") + "ok";
    private static final String GET = head("GET / HTTP/1.1", "Host: shop.test");
    private static final String POST = head("POST / HTTP/1.1", "Host: shop.test", "Content-Length: 4") + "data";
    private static final String PUT = head("PUT / HTTP/1.1", "Host: shop.test", "Content-Length: 4") + "data";

    private static final Backend.Script DROPS = Backend.Connection::readRequest;
    private static final Backend.Script SILENT = Backend.Connection::readAll;

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

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
