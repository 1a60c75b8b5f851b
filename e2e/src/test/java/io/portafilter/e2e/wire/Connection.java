package io.portafilter.e2e.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/** A client's connection. Not safe for use by several threads. */
public final class Connection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    private Connection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Connects without TLS. */
    public static Connection open(InetSocketAddress to) throws IOException {
        return new Connection(dial(to, Optional.empty()));
    }

    /** Connects without TLS from this local address. */
    public static Connection open(InetSocketAddress to, InetAddress from) throws IOException {
        return new Connection(dial(to, Optional.of(from)));
    }

    /** Connects with TLS, asks for this server and believes any certificate. */
    public static Connection openTls(InetSocketAddress to, Optional<String> serverName) throws IOException {
        return tls(to, dial(to, Optional.empty()), serverName);
    }

    /**
     * Connects with TLS from this local address and believes any certificate.
     *
     * @param serverName what the client asks for; empty: it names no server
     */
    public static Connection openTls(InetSocketAddress to, InetAddress from, Optional<String> serverName)
            throws IOException {
        return tls(to, dial(to, Optional.of(from)), serverName);
    }

    private static Connection tls(InetSocketAddress to, Socket dialled, Optional<String> serverName)
            throws IOException {
        SSLSocket socket = (SSLSocket) Tls.trustingClient()
                .getSocketFactory()
                .createSocket(dialled, serverName.orElse(""), to.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(
                serverName.map(SNIHostName::new).map(List::<SNIServerName>of).orElse(List.of()));
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return new Connection(socket);
    }

    private static Socket dial(InetSocketAddress to, Optional<InetAddress> from) throws IOException {
        Socket socket = new Socket();
        if (from.isPresent()) {
            socket.bind(new InetSocketAddress(from.get(), 0));
        }
        socket.connect(to, PATIENCE_MILLIS);
        return socket;
    }

    /** The server's own certificate; empty without TLS. */
    public Optional<X509Certificate> certificate() throws SSLPeerUnverifiedException {
        return socket instanceof SSLSocket tls
                ? Optional.of((X509Certificate) tls.getSession().getPeerCertificates()[0])
                : Optional.empty();
    }

    /** Says these characters as Latin-1. */
    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** The final answer; those before it (1xx, except a switch of protocols) are passed over. */
    public Heard receive(String method) throws IOException {
        try {
            Optional<String> line = Head.line(in);
            if (line.isEmpty()) {
                return new Heard.Closed();
            }
            if (!line.get().startsWith("HTTP/1.")) {
                return new Heard.Garbage(line.get());
            }
            Head head = Head.rest(line.get(), in);
            int status = new Heard.Reply(head, new byte[0]).status();
            if (status >= 100 && status < 200 && status != 101) {
                return receive(method);
            }
            boolean bodiless = method.equals("HEAD") || status == 101 || status == 204 || status == 304;
            return new Heard.Reply(head, bodiless ? new byte[0] : head.body(in, true));
        } catch (SocketException e) {
            return new Heard.Closed(); // a reset says no more than a close
        }
    }

    /** The next bytes of a tunnel, as Latin-1. */
    public String tunnelled(int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
