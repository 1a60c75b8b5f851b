package io.portafilter.proxy.http1;

import static io.portafilter.contract.Sourced.byDefault;
import static io.portafilter.proxy.http1.Wire.head;
import static io.portafilter.proxy.http1.Wire.undated;
import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Hsts;
import io.portafilter.contract.ProxyBodySize;
import io.portafilter.contract.ServerTokens;
import io.portafilter.contract.SslRedirect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the policies of a route do to requests and answers. */
@ExtendWith(NoLeaks.class)
class PolicyTest {
    private static final String OK = head(
            "HTTP/1.1 200 OK",
            "Server: nginx",
            "Date: yesterday",
            "strict-transport-security: max-age=1",
            "Content-Length: 0");
    private static final String GET = head("GET / HTTP/1.1", "Host: shop.test");
    private static final Hsts HSTS =
            new Hsts(Optional.of(byDefault(true)), Optional.empty(), Optional.empty(), Optional.empty());

    private static SslRedirect redirect(boolean keepSlash) {
        return new SslRedirect(
                Optional.of(byDefault(true)),
                Optional.of(byDefault(true)),
                Optional.of(byDefault(keepSlash)),
                Optional.of(byDefault(308)),
                Optional.of(byDefault(List.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "/, shop.test, https://shop.test, https://shop.test/",
        "/a/, Shop.Test:8080, https://shop.test/a, https://shop.test/a/",
        "/a//, shop.test., https://shop.test/a/, https://shop.test/a//",
        "/a%2F?b=/, shop.test, https://shop.test/a%2F?b=, https://shop.test/a%2F?b=/",
        "/a/?b, shop.test, https://shop.test/a/?b, https://shop.test/a/?b",
        "http://abs.test:1/x/, shop.test, https://abs.test/x, https://abs.test/x/"
    })
    void plainHttpIsSentToHttpsWithoutOneSlashUnlessItIsKept(String target, String host, String cut, String kept)
            throws Exception {
        try (Backend backend = Backend.answering(OK);
                Proxy cutting = Proxy.to(backend, redirect(false));
                Proxy keeping = Proxy.to(backend, redirect(true));
                Browser first = cutting.browser();
                Browser second = keeping.browser()) {
            String request = head("GET " + target + " HTTP/1.1", "Host: " + host);
            first.send(request);
            assertThat(first.readHead())
                    .startsWith("HTTP/1.1 308 Permanent Redirect\r\n")
                    .contains("\r\nLocation: " + cut + "\r\n");
            second.send(request);
            assertThat(second.readHead()).contains("\r\nLocation: " + kept + "\r\n");
            assertThat(backend.connectionCount()).isZero();
        }
    }

    @Test
    void httpsIsNotRedirectedAndTheBackendIsToldOfIt() throws Exception {
        try (Backend backend = Backend.answering(OK);
                Proxy proxy = Proxy.secureTo(backend, redirect(false), HSTS);
                Browser browser = proxy.browser()) {
            browser.send(GET);
            assertThat(undated(browser.readHead()))
                    .isEqualTo(head(
                            "HTTP/1.1 200 OK",
                            "Content-Length: 0",
                            "Strict-Transport-Security: max-age=31536000; includeSubDomains"));
            assertThat(backend.received())
                    .contains("\r\nX-Forwarded-Port: 443\r\nX-Forwarded-Proto: https\r\n")
                    .contains("\r\nX-Forwarded-Scheme: https\r\nX-Scheme: https\r\n");
        }
    }

    @Test
    void plainHttpCarriesTheBackendsOwnTransportSecurity() throws Exception {
        try (Backend backend = Backend.answering(OK);
                Proxy proxy = Proxy.to(backend, HSTS);
                Browser browser = proxy.browser()) {
            browser.send(GET);
            assertThat(undated(browser.readHead()))
                    .isEqualTo(head("HTTP/1.1 200 OK", "strict-transport-security: max-age=1", "Content-Length: 0"));
        }
    }

    @Test
    void ourOwnErrorsOverTlsCarryTransportSecurityToo() throws Exception {
        try (Backend backend = Backend.answering("garbage\r\n\r\n");
                Proxy proxy = Proxy.secureTo(backend, HSTS);
                Browser browser = proxy.browser()) {
            browser.send(GET);
            assertThat(browser.readHead())
                    .startsWith("HTTP/1.1 502 Bad Gateway\r\n")
                    .contains("\r\nStrict-Transport-Security: max-age=31536000; includeSubDomains\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, ''",
        "true, false, Server: portafilter",
        "false, true, Server: nginx",
        "true, true, Server: nginx"
    })
    void theServerHeaderIsTheBackendsOrOursOrNobodys(boolean enabled, boolean allowBackend, String line)
            throws Exception {
        ServerTokens tokens = new ServerTokens(Optional.of(byDefault(enabled)), Optional.of(byDefault(allowBackend)));
        try (Backend backend = Backend.answering(OK);
                Proxy proxy = Proxy.to(backend, tokens);
                Browser browser = proxy.browser()) {
            browser.send(GET);
            List<String> servers = browser.readHead()
                    .lines()
                    .filter(header -> header.startsWith("Server"))
                    .toList();
            assertThat(servers).isEqualTo(line.isEmpty() ? List.of() : List.of(line));
        }
    }

    @Test
    void theBodyLimitComesBeforeTheRedirect() throws Exception {
        try (Backend backend = Backend.answering(OK);
                Proxy proxy = Proxy.to(backend, redirect(false), new ProxyBodySize(Optional.of(byDefault(10L))));
                Browser browser = proxy.browser()) {
            browser.send(head("POST / HTTP/1.1", "Host: shop.test", "Content-Length: 10") + "1234567890");
            assertThat(browser.readUntil("</html>\r\n")).startsWith("HTTP/1.1 308 ");
            browser.send(head("POST / HTTP/1.1", "Host: shop.test", "Content-Length: 11"));
            assertThat(browser.readAll()).startsWith("HTTP/1.1 413 ");
        }
    }
}
