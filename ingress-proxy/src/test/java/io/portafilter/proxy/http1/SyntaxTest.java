package io.portafilter.proxy.http1;

import static io.portafilter.proxy.http1.Wire.head;
import static io.portafilter.proxy.http1.Wire.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is refused and what is forwarded as which bytes: the cases that nginx was recorded with, and the ways in which two servers
 * have understood the same bytes differently.
 */
@ExtendWith(NoLeaks.class)
class SyntaxTest {
    private static final String OK = head("HTTP/1.1 200 OK", "Content-Length: 0");
    private static final String HOST = "Host: hs.test\r\n";

    static Stream<Arguments> refused() {
        String post = "POST / HTTP/1.1\r\n" + HOST;
        String chunked = post + "Transfer-Encoding: chunked\r\n";
        String get = "GET / HTTP/1.1\r\n" + HOST;
        return Stream.of(
                arguments("both lengths", 400, chunked + "Content-Length: 5\r\n\r\n0\r\n\r\n"),
                arguments("two lengths", 400, post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
                arguments("equal lengths", 400, post + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na"),
                arguments("list of lengths", 400, post + "Content-Length: 1, 1\r\n\r\na"),
                arguments("negative length", 400, post + "Content-Length: -1\r\n\r\n"),
                arguments("signed length", 400, post + "Content-Length: +1\r\n\r\na"),
                arguments("hexadecimal length", 400, post + "Content-Length: 0x1\r\n\r\na"),
                arguments("empty length", 400, post + "Content-Length:\r\n\r\n"),
                arguments("huge length", 400, post + "Content-Length: 9999999999999999999\r\n\r\n"),
                arguments("other coding first", 501, post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
                arguments("other coding last", 501, post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"),
                arguments("two codings", 501, chunked + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                arguments("quoted coding", 501, post + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n"),
                arguments("xchunked", 501, post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
                arguments("old client", 400, chunked.replace("1.1", "1.0") + "\r\n0\r\n\r\n"),
                arguments("space before colon", 400, post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"),
                arguments("tab before colon", 400, post + "Content-Length\t: 5\r\n\r\nhello"),
                arguments("space in name", 400, get + "Bad Header: x\r\n\r\n"),
                arguments("folded line", 400, get + "A: b\r\n folded: x\r\n\r\n"),
                arguments("folded first line", 400, "GET / HTTP/1.1\r\n folded: x\r\n" + HOST + "\r\n"),
                arguments("empty name", 400, get + ": x\r\n\r\n"),
                arguments("nul in value", 400, get + "X: a\0b\r\n\r\n"),
                arguments("nul in name", 400, get + "X\0: b\r\n\r\n"),
                arguments("bare cr in value", 400, get + "X: a\rb\r\n\r\n"),
                arguments("bare cr before end", 400, get + "X: a\r\r\n\r\n"),
                arguments("no host", 400, "GET / HTTP/1.1\r\n\r\n"),
                arguments("empty host", 400, "GET / HTTP/1.1\r\nHost:\r\n\r\n"),
                arguments("two hosts", 400, get + "Host: other.test\r\n\r\n"),
                arguments("host with path", 400, "GET / HTTP/1.1\r\nHost: ho.test/x\r\n\r\n"),
                arguments("host with space", 400, "GET / HTTP/1.1\r\nHost: ho test\r\n\r\n"),
                arguments("host with user", 400, "GET / HTTP/1.1\r\nHost: me@ho.test\r\n\r\n"),
                arguments("bad host beside absolute target", 400, "GET http://a/ HTTP/1.1\r\nHost: b/c\r\n\r\n"),
                arguments("target with space", 400, "GET /a b HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("target with fragment", 400, "GET /a#b HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("two spaces", 400, "GET  / HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("no version", 400, "GET /\r\n\r\n"),
                arguments("version 2", 505, "GET / HTTP/2.0\r\n" + HOST + "\r\n"),
                arguments("version in small letters", 400, "GET / http/1.1\r\n" + HOST + "\r\n"),
                arguments("method in small letters", 400, "get / HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("trace", 405, "TRACE / HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("connect", 400, "CONNECT hs.test:443 HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("asterisk", 400, "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("tls", 400, "\u0016\u0003\u0001 garbage\r\n\r\n"),
                arguments("path out of the root", 400, "GET /../etc HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("encoded path out of the root", 400, "GET /a/%2e%2e/%2E%2e/x HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("nul in path", 400, "GET /%00 HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("half an escape", 400, "GET /%2 HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("long request line", 414, "GET /" + "x".repeat(9000) + " HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("endless request line", 414, "GET /" + "x".repeat(9000)),
                arguments("long header", 400, get + "X: " + "x".repeat(9000) + "\r\n\r\n"),
                arguments("long head", 400, get + ("X: " + "x".repeat(7000) + "\r\n").repeat(5) + "\r\n"),
                arguments("many headers", 400, get + "X: x\r\n".repeat(300) + "\r\n"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("refused")
    void aBadRequestIsAnsweredAndNothingReachesTheBackend(String name, int status, String bytes) throws Exception {
        try (Backend backend = Backend.answering(OK);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            String smuggled = head("GET /smuggled HTTP/1.1", "Host: hs.test");
            browser.send(bytes + smuggled).endOutput();
            String answer = browser.readAll();
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ").endsWith("</html>\r\n");
            assertThat(answer.split("HTTP/1.1 ", -1)).as("answers").hasSize(2);
            assertThat(backend.received()).isEmpty();
            await().atMost(Duration.ofSeconds(30)).until(() -> !proxy.ended().isEmpty());
            assertThat(proxy.ended())
                    .extracting(Proxy.Ended::status, Proxy.Ended::reason)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(status, "BAD_REQUEST"));
        }
    }

    static Stream<Arguments> forwarded() {
        String get = head("GET / HTTP/1.1", "Host: hs.test");
        return Stream.of(
                arguments(
                        "bare lf",
                        "GET / HTTP/1.1\nHost: hs.test\nA: b\n\n",
                        get.replace("\r\n\r\n", "\r\nA: b\r\n\r\n")),
                arguments("empty lines first", "\r\n\r\n" + get, get),
                arguments("no colon", head("GET / HTTP/1.1", "Host: hs.test", "NoColon"), get),
                arguments("underscore", head("GET / HTTP/1.1", "Host: hs.test", "X_Real_IP: 6.6.6.6"), get),
                arguments("dot", head("GET / HTTP/1.1", "Host: hs.test", "X.Real.IP: 6.6.6.6"), get),
                arguments("minor version", get.replace("1.1", "1.2"), get),
                arguments("other method", get.replace("GET", "M-SEARCH"), get.replace("GET", "M-SEARCH")),
                arguments(
                        "encoded slash",
                        get.replace("GET /", "GET /a/%2e%2e/b%2F//c?d=/../e"),
                        get.replace("GET /", "GET /a/%2e%2e/b%2F//c?d=/../e")),
                arguments(
                        "absolute target counts instead of host",
                        head("GET http://Other.test:81/abs?q HTTP/1.1", "Host: hs.test"),
                        head("GET /abs?q HTTP/1.1", "Host: Other.test:81")),
                arguments(
                        "absolute target without path",
                        head("GET HTTP://hs.test?q HTTP/1.1", "Host: hs.test"),
                        head("GET /?q HTTP/1.1", "Host: hs.test")),
                arguments(
                        "150 headers",
                        "GET / HTTP/1.1\r\nHost: hs.test\r\n" + "X: v\r\n".repeat(150) + "\r\n",
                        "GET / HTTP/1.1\r\nHost: hs.test\r\n" + "X: v\r\n".repeat(150) + "\r\n"),
                arguments(
                        "obsolete text",
                        head("GET /\u00e9 HTTP/1.1", "Host: hs.test", "X: \u00ff\u00fe"),
                        head("GET /\u00e9 HTTP/1.1", "Host: hs.test", "X: \u00ff\u00fe")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forwarded")
    void aGoodRequestReachesTheBackendAsTheseBytes(String name, String bytes, String expected) throws Exception {
        try (Backend backend = Backend.answering(OK);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(bytes);
            assertThat(browser.readHead()).startsWith("HTTP/1.1 200 OK\r\n");
            assertThat(seen(backend)).isEqualTo(expected);
        }
    }

    @Test
    void whatAClientSaysAboutItselfIsKeptApartAndWhatItForgesIsRemoved() throws Exception {
        try (Backend backend = Backend.answering(OK);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(head(
                    "GET / HTTP/1.1",
                    "Host: hs.test:8080",
                    "X-Forwarded-For: 1.2.3.4",
                    "X-Forwarded-For: 5.6.7.8",
                    "X-Forwarded-Host: evil.test",
                    "X-Forwarded-Proto: https",
                    "X-Forwarded-Scheme: https",
                    "X-Forwarded-Port: 443",
                    "X-Scheme: https",
                    "X-Real-IP: 9.9.9.9",
                    "X-Original-Forwarded-For: 7.7.7.7",
                    "X-Request-ID: mine",
                    "ssl-client-verify: SUCCESS",
                    "SSL-Client-Subject-DN: CN=admin",
                    "ssl-client-issuer-dn: CN=ca",
                    "ssl-client-cert: x"));
            browser.readHead();
            assertThat(backend.received())
                    .isEqualTo(head(
                            "GET / HTTP/1.1",
                            "Host: hs.test:8080",
                            "X-Request-ID: mine",
                            "X-Original-Forwarded-For: 1.2.3.4, 5.6.7.8",
                            "X-Original-Forwarded-Host: evil.test",
                            "X-Real-IP: 127.0.0.1",
                            "X-Forwarded-For: 127.0.0.1",
                            "X-Forwarded-Host: hs.test:8080",
                            "X-Forwarded-Port: 80",
                            "X-Forwarded-Proto: http",
                            "X-Forwarded-Scheme: http",
                            "X-Scheme: http"));
        }
    }

    static Stream<Arguments> brokenChunks() {
        return Stream.of(
                arguments("bare lf after size", "5\nhello\r\n0\r\n\r\n"),
                arguments("bare lf after data", "5\r\nhello\n0\r\n\r\n"),
                arguments("bare lf at end", "5\r\nhello\r\n0\r\n\n"),
                arguments("lf in extension", "5;a\nb\r\nhello\r\n0\r\n\r\n"),
                arguments("cr in extension", "5;a\rb\r\nhello\r\n0\r\n\r\n"),
                arguments("no size", "\r\nhello"),
                arguments("signed size", "+5\r\nhello\r\n0\r\n\r\n"),
                arguments("prefixed size", "0x5\r\nhello\r\n0\r\n\r\n"),
                arguments("size in other digits", "\u00b2\r\nhello\r\n0\r\n\r\n"),
                arguments("size that overflows", "10000000000000005\r\nhello\r\n0\r\n\r\n"),
                arguments("spilled data", "4\r\nhello\r\n0\r\n\r\n"),
                arguments("nul in trailer", "0\r\nA: \0\r\n\r\n"),
                arguments("endless trailers", "0\r\n" + "A: a\r\n".repeat(3000) + "\r\n"),
                arguments("endless extension", "5;" + "a".repeat(10_000) + "\r\nhello\r\n0\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenChunks")
    void aBrokenChunkIsRefusedAndTheBackendNeverSeesAnEnd(String name, String body) throws Exception {
        try (Backend backend = Backend.answering(OK);
                Proxy proxy = Proxy.to(backend);
                Browser browser = proxy.browser()) {
            browser.send(head("POST / HTTP/1.1", "Host: hs.test", "Transfer-Encoding: chunked") + body)
                    .endOutput();
            assertThat(browser.readAll())
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .contains("\r\nConnection: close\r\n");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> backend.connection(0).ended());
            assertThat(seen(backend)).doesNotContain("\r\n0\r\n\r\n");
        }
    }
}
