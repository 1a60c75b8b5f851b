package io.portafilter.e2e.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.e2e.wire.Connection;
import io.portafilter.e2e.wire.Header;
import io.portafilter.e2e.wire.Heard;
import io.portafilter.e2e.wire.TestCertificate;
import io.portafilter.e2e.wire.Tls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Client and backend of these tests, against each other: what both get wrong together nobody would notice later. */
class BackendTest {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final Queue<Received> received = new ConcurrentLinkedQueue<>();

    @Test
    void aRequestArrivesAsItWasSaid() throws Exception {
        try (Backend backend = Backend.start(ANYWHERE, this::ok);
                Connection connection = Connection.open(backend.address())) {
            connection.send(
                    "POST /a%20b?c HTTP/1.1\r\nHOST:  x \r\nx-Odd: 1\r\nx-Odd: 2\r\nContent-Length: 3\r\n\r\nabc");
            assertThat(status(connection.receive("POST"))).isEqualTo(200);
        }
        Received request = received.remove();
        assertThat(request.head().line()).isEqualTo("POST /a%20b?c HTTP/1.1");
        assertThat(request.head().headers())
                .containsExactly(
                        new Header("HOST", "x"),
                        new Header("x-Odd", "1"),
                        new Header("x-Odd", "2"),
                        new Header("Content-Length", "3"));
        assertThat(request.body()).isEqualTo("abc");
    }

    @Test
    void aConnectionCarriesRequestAfterRequest() throws Exception {
        try (Backend backend = Backend.start(ANYWHERE, this::ok);
                Connection connection = Connection.open(backend.address())) {
            connection.send(
                    "PUT /1 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nab\r\n1\r\nc\r\n0\r\nT: x\r\n\r\n");
            assertThat(status(connection.receive("PUT"))).isEqualTo(200);
            connection.send("HEAD /2 HTTP/1.1\r\n\r\n");
            assertThat(((Heard.Reply) connection.receive("HEAD")).head().value("Content-Length"))
                    .contains("2");
            connection.send("GET /3 HTTP/1.1\r\nConnection: close\r\n\r\n");
            assertThat(status(connection.receive("GET"))).isEqualTo(200);
            assertThat(connection.receive("GET")).isEqualTo(new Heard.Closed());
        }
        assertThat(received).extracting(Received::target).containsExactly("/1", "/2", "/3");
        assertThat(received.element().body()).isEqualTo("abc");
    }

    @Test
    void aBackendCanHangUp() throws Exception {
        try (Backend backend = Backend.start(ANYWHERE, request -> new Outcome.HangUp());
                Connection connection = Connection.open(backend.address())) {
            connection.send("GET / HTTP/1.1\r\n\r\n");
            assertThat(connection.receive("GET")).isEqualTo(new Heard.Closed());
        }
    }

    @Test
    void aTunnelRepeatsWhatItHears() throws Exception {
        try (Backend backend = Backend.start(ANYWHERE, request -> new Outcome.Tunnel(List.of()));
                Connection connection = Connection.open(backend.address())) {
            connection.send("GET / HTTP/1.1\r\n\r\n");
            assertThat(status(connection.receive("GET"))).isEqualTo(101);
            connection.send("ping");
            assertThat(connection.tunnelled(4)).isEqualTo("ping");
        }
    }

    @Test
    void aTlsClientSeesTheCertificateAndNamesTheServer() throws Exception {
        TestCertificate certificate = TestCertificate.rsa(List.of("a.test"));
        InetAddress local = InetAddress.getLoopbackAddress();
        try (Backend backend = Backend.startTls(ANYWHERE, Tls.server(certificate), this::ok)) {
            for (Optional<String> name : List.of(Optional.of("a.test"), Optional.<String>empty())) {
                try (Connection connection = Connection.openTls(backend.address(), local, name)) {
                    connection.send("GET / HTTP/1.1\r\n\r\n");
                    assertThat(status(connection.receive("GET"))).isEqualTo(200);
                    assertThat(connection.certificate()).contains(certificate.certificate());
                }
                assertThat(received.remove().serverName()).isEqualTo(name);
            }
        }
    }

    @Test
    void bytesThatAreNoResponseAreCalledGarbage() throws Exception {
        List<Header> smuggled = List.of(new Header("A", "b\r\n\r\n<html>\n"));
        try (Backend backend = Backend.start(ANYWHERE, request -> new Outcome.Answer(204, smuggled, new byte[0]));
                Connection connection = Connection.open(backend.address())) {
            connection.send("GET / HTTP/1.1\r\n\r\n");
            assertThat(status(connection.receive("GET"))).isEqualTo(204);
            assertThat(connection.receive("GET")).isEqualTo(new Heard.Garbage("<html>"));
        }
    }

    private Outcome ok(Received request) {
        received.add(request);
        return new Outcome.Answer(200, List.of(), "ok".getBytes(StandardCharsets.US_ASCII));
    }

    private static int status(Heard heard) {
        return ((Heard.Reply) heard).status();
    }
}
