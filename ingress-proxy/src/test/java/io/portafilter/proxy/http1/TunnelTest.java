package io.portafilter.proxy.http1;

import static io.portafilter.proxy.http1.Wire.head;
import static io.portafilter.proxy.http1.Wire.seen;
import static io.portafilter.proxy.http1.Wire.undated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Upgrade and 101: bytes both ways, as websockets need it. */
@ExtendWith(NoLeaks.class)
class TunnelTest {
    private static final String UPGRADE =
            head("GET /ws HTTP/1.1", "Host: shop.test", "Upgrade: websocket", "Connection: Upgrade");
    private static final String SWITCHING = head("HTTP/1.1 101 Switching Protocols", "Upgrade: websocket");

    private static final Backend.Script ECHO = connection -> {
        connection.readHead();
        connection.send(SWITCHING);
        for (int b = connection.read(); b >= 0; b = connection.read()) {
            connection.send(String.valueOf((char) b));
        }
    };

    @Test
    void bytesGoBothWaysAfterTheSwitchEvenThoseThatWereSentAhead() throws Exception {
        try (Backend backend = Backend.of(ECHO);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(UPGRADE + "early");
            assertThat(undated(browser.readHead()))
                    .isEqualTo(head("HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: upgrade"));
            assertThat(browser.readBytes(5)).isEqualTo("early");
            browser.send("\0\1\2 GET / HTTP/1.1\r\n\r\n");
            assertThat(browser.readBytes(22)).isEqualTo("\0\1\2 GET / HTTP/1.1\r\n\r\n");
            assertThat(seen(backend))
                    .isEqualTo(head("GET /ws HTTP/1.1", "Host: shop.test", "Upgrade: websocket", "Connection: upgrade")
                            .concat("early\0\1\2 GET / HTTP/1.1\r\n\r\n"));
        }
    }

    @Test
    void eachSideMayEndItsDirectionBeforeTheOther() throws Exception {
        Backend.Script script = connection -> {
            connection.readHead();
            connection.send(SWITCHING);
            connection.readAll();
            connection.send("after your end");
        };
        try (Backend backend = Backend.of(script);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(UPGRADE);
            browser.readHead();
            browser.send("last words").endOutput();
            assertThat(browser.readAll()).isEqualTo("after your end");
            assertThat(seen(backend)).endsWith("last words");
            await().atMost(Duration.ofSeconds(30)).until(() -> !proxy.ended().isEmpty());
            assertThat(proxy.ended().getFirst().reason()).isEqualTo("COMPLETE");
        }
    }

    @Test
    void theBackendsEndIsToldToTheClient() throws Exception {
        Backend.Script script = connection -> {
            connection.readHead();
            connection.send(SWITCHING + "bye");
            connection.endOutput();
            connection.readAll();
        };
        try (Backend backend = Backend.of(script);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(UPGRADE);
            browser.readHead();
            assertThat(browser.readAll()).isEqualTo("bye");
            browser.send("still here").endOutput();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> backend.connection(0).ended());
            assertThat(seen(backend)).endsWith("still here");
        }
    }

    @Test
    void bothWaysHoldBackAtOnceWithoutLosingAByte() throws Exception {
        int size = 8 * 1024 * 1024;
        Backend.Script script = connection -> {
            connection.readHead();
            connection.send(SWITCHING);
            Thread writer = Thread.ofVirtual().start(() -> {
                try {
                    connection.send("b".repeat(size));
                    connection.endOutput();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            connection.readAll();
            join(writer);
        };
        try (Backend backend = Backend.of(script);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(UPGRADE);
            browser.readHead();
            browser.send("a".repeat(size)).endOutput();
            assertThat(browser.readAll()).hasSize(size);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> backend.connection(0).ended());
            assertThat(backend.connection(0).received())
                    .hasSizeGreaterThan(size)
                    .endsWith("a".repeat(100));
        }
    }

    @Test
    void aTunnelThatSaysNothingIsEndedButOneThatSpeaksIsNot() throws Exception {
        try (Backend backend = Backend.of(ECHO);
                Proxy proxy = Proxy.to(backend, Proxy.timeout(1, 1));
                Browser browser = proxy.browser()) {
            browser.send(UPGRADE);
            browser.readHead();
            long start = System.nanoTime();
            while (System.nanoTime() - start < Duration.ofMillis(2500).toNanos()) {
                browser.send("x");
                assertThat(browser.readBytes(1)).isEqualTo("x");
            }
            assertThat(proxy.ended()).isEmpty();
            assertThat(browser.readAll()).isEmpty();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> backend.connection(0).ended());
        }
    }

    @Test
    void anotherAnswerThanTheSwitchIsAnOrdinaryAnswer() throws Exception {
        try (Backend backend = Backend.answering(head("HTTP/1.1 200 OK", "Upgrade: h2", "Content-Length: 0"));
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(UPGRADE + UPGRADE);
            assertThat(undated(browser.readHead())).isEqualTo(head("HTTP/1.1 200 OK", "Content-Length: 0"));
            assertThat(undated(browser.readHead())).isEqualTo(head("HTTP/1.1 200 OK", "Content-Length: 0"));
        }
    }

    @Test
    void aSwitchThatNobodyAskedForIsABadAnswer() throws Exception {
        try (Backend backend = Backend.answering(SWITCHING);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(head("GET / HTTP/1.1", "Host: shop.test"));
            assertThat(browser.readHead()).startsWith("HTTP/1.1 502 Bad Gateway\r\n");
        }
    }

    @Test
    void nobodyCanSwitchABackendToHttp2BehindTheProxysBack() throws Exception {
        try (Backend backend = Backend.answering(head("HTTP/1.1 200 OK", "Content-Length: 0"));
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(head(
                    "GET / HTTP/1.1",
                    "Host: shop.test",
                    "Connection: Upgrade, HTTP2-Settings",
                    "Upgrade: websocket, H2C",
                    "HTTP2-Settings: AAMAAABk"));
            assertThat(undated(browser.readHead())).isEqualTo(head("HTTP/1.1 200 OK", "Content-Length: 0"));
            assertThat(seen(backend)).isEqualTo(head("GET / HTTP/1.1", "Host: shop.test"));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
