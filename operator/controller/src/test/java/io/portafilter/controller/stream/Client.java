package io.portafilter.controller.stream;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A client that can also do what no good one does: it writes what it is told and reads byte by byte. */
final class Client implements AutoCloseable {
    static final String GOOD = """
            Host: localhost\r
            Authorization: Bearer good\r
            Portafilter-Contract: 1\r
            """;

    private final Socket raw;
    private final SSLSocket tls;
    private final InputStream in;
    private int inChunk;

    /** The head of an answer. */
    record Head(int status, Map<String, String> headers) {}

    Client(InetSocketAddress address, SSLContext context) throws IOException {
        this(address, context, 0);
    }

    /** With a receive buffer of so many bytes, so that one who reads nothing is soon known for it. */
    Client(InetSocketAddress address, SSLContext context, int buffer) throws IOException {
        raw = new Socket();
        if (buffer > 0) {
            raw.setReceiveBufferSize(buffer);
        }
        raw.setSoTimeout(30_000);
        raw.connect(new InetSocketAddress("localhost", address.getPort()));
        raw.setTcpNoDelay(true);
        tls = (SSLSocket) context.getSocketFactory().createSocket(raw, "localhost", address.getPort(), true);
        var parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        in = new BufferedInputStream(tls.getInputStream());
    }

    Client send(String text) throws IOException {
        tls.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        tls.getOutputStream().flush();
        return this;
    }

    /** Asks for the stream, with a token that is good. */
    Client follow(String query) throws IOException {
        return send("GET /v1/stream" + query + " HTTP/1.1\r\n" + GOOD + "\r\n");
    }

    Client post(String body) throws IOException {
        return send("POST /v1/stream HTTP/1.1\r\n" + GOOD + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    Head head() throws IOException {
        String status = textLine();
        Map<String, String> headers = new TreeMap<>();
        for (String line = textLine(); !line.isEmpty(); line = textLine()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Head(Integer.parseInt(status.split(" ", -1)[1]), headers);
    }

    /** The body of an answer that says its length. */
    String body(Head head) throws IOException {
        return new String(
                in.readNBytes(Integer.parseInt(head.headers().getOrDefault("content-length", "0"))),
                StandardCharsets.UTF_8);
    }

    /** The next line of a stream without its line feed; empty at its end. */
    Optional<byte[]> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = streamByte(); b >= 0; b = streamByte()) {
            if (b == '\n') {
                return Optional.of(line.toByteArray());
            }
            line.write(b);
        }
        return Optional.empty();
    }

    private int streamByte() throws IOException {
        if (inChunk == 0) {
            inChunk = Integer.parseInt(textLine(), 16);
            if (inChunk == 0) {
                textLine();
                return -1;
            }
        }
        int b = in.read();
        if (b < 0) {
            throw new EOFException("the stream broke");
        }
        if (--inChunk == 0) {
            textLine();
        }
        return b;
    }

    private String textLine() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int b = in.read();
            if (b < 0) {
                throw new EOFException("the connection ended");
            }
            if (b == '\n') {
                return line.toString();
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
    }

    /** Whether the server has ended the connection; waits for that. */
    boolean ended() throws IOException {
        return in.read() < 0;
    }

    /** Gone without a word. */
    void kill() throws IOException {
        raw.setSoLinger(true, 0);
        raw.close();
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
