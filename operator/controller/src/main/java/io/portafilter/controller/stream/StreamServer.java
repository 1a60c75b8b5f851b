package io.portafilter.controller.stream;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TLS server that proxies follow.
 *
 * <pre>
 *   GET  /v1/stream?version=HEX   the steps after that version, then all that come, as lines
 *   POST /v1/stream               what was applied and refused
 * </pre>
 */
public final class StreamServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamServer.class);

    private final ServerSocket listener;
    private final Door door;
    private final Shared shared;

    /** What all connections have in common. */
    record Shared(
            StreamOptions options,
            SSLContext context,
            Hub hub,
            Gate gate,
            Proxies proxies,
            Deadlines deadlines,
            Map<Integer, LongAdder> refused,
            Set<Connection> connections) {}

    private StreamServer(ServerSocket listener, Shared shared) {
        this.listener = listener;
        this.shared = shared;
        this.door = new Door(
                shared.options().connections().all(),
                shared.options().connections().strangers());
    }

    /**
     * Listens, and answers from now on; with 503 until the hub has something.
     *
     * @param context with the server's certificate
     * @param hub what is followed; closed with the server
     * @throws IOException if the address cannot be listened on
     */
    public static StreamServer start(StreamOptions options, SSLContext context, Hub hub, Tokens tokens)
            throws IOException {
        return start(options, context, hub, tokens, InstantSource.system());
    }

    static StreamServer start(StreamOptions options, SSLContext context, Hub hub, Tokens tokens, InstantSource clock)
            throws IOException {
        ServerSocket listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(options.address(), 256);
        } catch (IOException e) {
            listener.close();
            throw new IOException("the stream cannot listen on " + options.address() + ": " + e.getMessage(), e);
        }
        StreamServer server = new StreamServer(
                listener,
                new Shared(
                        options,
                        context,
                        hub,
                        new Gate(tokens),
                        new Proxies(hub, options, clock),
                        new Deadlines(),
                        new ConcurrentHashMap<>(),
                        ConcurrentHashMap.newKeySet()));
        Thread.ofPlatform().name("stream-accept").daemon().start(server::accept);
        return server;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                welcome(listener.accept());
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    LOG.warn("a connection to the stream could not be accepted: {}", e.toString());
                    pause();
                }
            }
        }
    }

    /** When there are no file descriptors left, trying again at once helps nobody. */
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void welcome(Socket raw) throws IOException {
        Optional<Door.Place> place = door.enter(raw.getInetAddress());
        if (place.isEmpty()) {
            raw.close();
            return;
        }
        Connection connection = new Connection(shared, raw, place.orElseThrow());
        shared.connections().add(connection);
        Thread.ofVirtual().name("stream-", raw.getPort()).start(connection);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /** Who follows, and what they said. */
    public Proxies proxies() {
        return shared.proxies();
    }

    /** How many connections there are. */
    public int connections() {
        return door.connections();
    }

    /** How many requests were refused so far with this status. */
    public long refused(int status) {
        LongAdder count = shared.refused().get(status);
        return count == null ? 0 : count.sum();
    }

    /**
     * Ends all streams as a whole body ends, so that their clients go elsewhere at once, and returns when they are gone or the grace is
     * over.
     */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            LOG.warn("closing the stream's listener failed", e);
        }
        shared.hub().close();
        shared.connections().forEach(Connection::closeIfIdle);
        try {
            door.awaitEmpty(shared.options().grace());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        shared.connections().forEach(Connection::close);
        shared.deadlines().close();
    }
}
