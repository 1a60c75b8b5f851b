package io.portafilter.proxy.http1;

import static io.portafilter.proxy.http1.Wire.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portafilter.proxy.exchange.ClientLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deadlines, and peers of different speed with bounded memory between them. */
@ExtendWith(NoLeaks.class)
class PaceTest {
    private static final String OK = head("HTTP/1.1 200 OK", "Content-Length: 2") + "ok";
    private static final String GET = head("GET / HTTP/1.1", "Host: shop.test");

    private static final Backend.Script SILENT = Backend.Connection::readAll;

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

    @Test
    void anAnnouncedEndClosesNothingButSendsClientsElsewhere() throws Exception {
        try (Backend backend = Backend.of(connection -> {
                    connection.readHead();
                    connection.send(OK);
                });
                Proxy proxy = Proxy.to(backend);
                Browser old = proxy.browser()) {
            proxy.announceEnd();
            old.send(head("GET / HTTP/1.1", "Host: shop.test"));
            assertThat(old.readAll())
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .contains("Connection: close")
                    .endsWith("ok");
            try (Browser fresh = proxy.browser()) {
                fresh.send(head("GET / HTTP/1.1", "Host: shop.test"));
                assertThat(fresh.readAll()).startsWith("HTTP/1.1 200 OK\r\n").contains("Connection: close");
            }
        }
    }

    @Test
    void aRequestThatWasOnItsWayWhenDrainingBeganIsAnswered() throws Exception {
        try (Backend backend = Backend.of(connection -> {
                    connection.readHead();
                    connection.send(OK);
                });
                Proxy proxy = Proxy.to(backend);
                Browser idle = proxy.browser();
                Browser late = proxy.browser()) {
            proxy.drain(Duration.ofMillis(1500));
            late.send(head("GET / HTTP/1.1", "Host: shop.test"));
            assertThat(late.readAll()).startsWith("HTTP/1.1 200 OK\r\n").contains("Connection: close");
            assertThat(idle.readAll()).isEmpty();
        }
    }
}
