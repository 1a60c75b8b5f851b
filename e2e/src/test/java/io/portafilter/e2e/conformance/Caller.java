package io.portafilter.e2e.conformance;

import io.portafilter.e2e.wire.Connection;
import io.portafilter.e2e.wire.Heard;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * The suite's client: a new connection for each request, always to the address of the Ingress; a redirect is followed to the same
 * address with the new scheme, host and path.
 */
final class Caller {
    private static final int REDIRECTS = 5;

    private final Site site;

    Caller(Site site) {
        this.site = site;
    }

    /**
     * An answer.
     *
     * @param certificate what was shown; empty without TLS
     */
    record Answered(Heard.Reply reply, Optional<X509Certificate> certificate) {}

    /** Asks for this URL; without a host the Host field holds the address itself. */
    Answered call(String method, URI url) throws IOException {
        return call(method, url, REDIRECTS);
    }

    private Answered call(String method, URI url, int redirects) throws IOException {
        boolean tls = "https".equals(url.getScheme());
        try (Connection connection = connect(tls, url.getHost())) {
            connection.send(request(method, url));
            Heard.Reply reply = (Heard.Reply) connection.receive(method);
            Optional<String> elsewhere = reply.head().value("Location").filter(there -> redirects(reply.status()));
            if (elsewhere.isPresent() && redirects > 0) {
                return call(method, url.resolve(elsewhere.get()), redirects - 1);
            }
            return new Answered(reply, connection.certificate());
        }
    }

    private Connection connect(boolean tls, String host) throws IOException {
        return tls ? Connection.openTls(site.https(), Optional.of(host)) : Connection.open(site.http());
    }

    private static String request(String method, URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return method + " " + path + " HTTP/1.1\r\n"
                + "Host: " + url.getHost() + "\r\n"
                + "User-Agent: Go-http-client/1.1\r\n"
                + (method.equals("GET") ? "" : "Content-Length: 0\r\n")
                + "\r\n";
    }

    private static boolean redirects(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }
}
