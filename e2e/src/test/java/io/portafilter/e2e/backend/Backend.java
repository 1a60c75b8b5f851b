package io.portafilter.e2e.backend;

import io.portafilter.e2e.wire.Header;
import io.portafilter.e2e.wire.Requests;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A listening backend. Safe for use by several threads. */
public final class Backend implements AutoCloseable {
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(201, "Created"),
            Map.entry(204, "No Content"),
            Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Found"),
            Map.entry(304, "Not Modified"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"));

    private final ServerSocket listener;
    private final Behaviour behaviour;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private Backend(ServerSocket listener, Behaviour behaviour) {
        this.listener = listener;
        this.behaviour = behaviour;
    }

    /** Listens at this address; port 0 takes any. */
    public static Backend start(InetSocketAddress at, Behaviour behaviour) throws IOException {
        return start(new ServerSocket(), at, behaviour);
    }

    /** Listens with TLS at this address. */
    public static Backend startTls(InetSocketAddress at, SSLContext tls, Behaviour behaviour) throws IOException {
        return start(tls.getServerSocketFactory().createServerSocket(), at, behaviour);
    }

    private static Backend start(ServerSocket listener, InetSocketAddress at, Behaviour behaviour) throws IOException {
        try {
            listener.bind(at, 1024);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        Backend backend = new Backend(listener, behaviour);
        Thread.ofVirtual().name("backend " + listener.getLocalSocketAddress()).start(backend::accept);
        return backend;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            boolean goOn = true;
            while (goOn) {
                Optional<Requests.Read> request = Requests.read(in);
                goOn = request.isPresent() && answer(connection, in, request.get());
            }
        } catch (IOException e) {
            // the peer went away: nothing to answer
        } finally {
            connections.remove(connection);
        }
    }

    /** Whether the connection stays open for another request. */
    private boolean answer(Socket connection, InputStream in, Requests.Read read) throws IOException {
        Received request = new Received(read.head(), read.body(), serverName(connection));
        OutputStream out = connection.getOutputStream();
        switch (behaviour.on(request)) {
            case Outcome.HangUp() -> {
                return false;
            }
            case Outcome.Tunnel tunnel -> {
                out.write(head("101 Switching Protocols", tunnel.headers()));
                in.transferTo(out);
                return false;
            }
            case Outcome.Answer answer -> {
                boolean bodiless = answer.status() == 204 || answer.status() == 304;
                String reason = REASONS.getOrDefault(answer.status(), "Status");
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                List<Header> headers = new ArrayList<>(answer.headers());
                if (!bodiless) {
                    headers.add(new Header("Content-Length", Integer.toString(answer.body().length)));
                }
                bytes.write(head(answer.status() + " " + reason, headers));
                if (!bodiless && !request.method().equals("HEAD")) {
                    bytes.write(answer.body());
                }
                out.write(bytes.toByteArray());
                out.flush();
                return !request.head().value("Connection").orElse("").equalsIgnoreCase("close");
            }
        }
    }

    private static byte[] head(String status, List<Header> headers) {
        StringBuilder text = new StringBuilder("HTTP/1.1 " + status + "\r\n");
        headers.forEach(header -> text.append(header).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> serverName(Socket connection) {
        return connection instanceof SSLSocket tls && tls.getSession() instanceof ExtendedSSLSession session
                ? session.getRequestedServerNames().stream()
                        .map(name -> new String(name.getEncoded(), StandardCharsets.US_ASCII))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
