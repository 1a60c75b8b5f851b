package io.portafilter.contract.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.contract.Publisher;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** The operator's end of the stream on loopback, over real TLS. What it publishes it remembers as an operator does. */
final class TestOperator implements AutoCloseable {
    private static final byte[] HEARTBEAT = "\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HANG_UP = new byte[0];

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Publisher publisher = new Publisher();
    private final Map<Key, Published> objects = new HashMap<>();
    private final List<BlockingQueue<byte[]>> streams = new CopyOnWriteArrayList<>();
    private final List<Frame.Up> answers = new CopyOnWriteArrayList<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Refusal refusal = Refusal.NONE;
    private volatile boolean deaf;

    /** A request for a stream. */
    record Asked(Optional<String> version, String authorization, String contract) {}

    private record Refusal(int status, String sentence) {
        static final Refusal NONE = new Refusal(0, "");
    }

    TestOperator(SSLContext tls, int port) {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(threads);
        server.createContext("/v1/stream", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("https://localhost:" + port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Changes what is published and tells all open streams. */
    synchronized void publish(Collection<? extends Published> puts, Collection<Key> deletes) {
        puts.forEach(object -> objects.put(object.key(), object));
        deletes.forEach(objects::remove);
        publisher.publish(puts, deletes).forEach(frame -> say(FrameLines.write(frame)));
    }

    Frame.Commit version() {
        return new Frame.Commit(publisher.version());
    }

    /** Says anything on all open streams. */
    void say(byte[] bytes) {
        streams.forEach(stream -> stream.add(bytes));
    }

    void say(String text) {
        say(text.getBytes(StandardCharsets.UTF_8));
    }

    void heartbeat() {
        say(HEARTBEAT);
    }

    /** Ends all open streams. */
    void hangUp() {
        say(HANG_UP);
    }

    /** Refuses from now on; status 0 ends that. */
    void refuse(int status, String sentence) {
        refusal = new Refusal(status, sentence);
    }

    /** Takes no answers from now on, or takes them again. */
    void deaf(boolean now) {
        deaf = now;
    }

    int streams() {
        return streams.size();
    }

    List<Frame.Up> answers() {
        return List.copyOf(answers);
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("POST")) {
                listen(exchange);
            } else {
                stream(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (deaf) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        new String(body, StandardCharsets.UTF_8)
                .lines()
                .map(line -> FrameLines.readUp(line.getBytes(StandardCharsets.UTF_8)))
                .forEach(answers::add);
        exchange.sendResponseHeaders(204, -1);
    }

    private void stream(HttpExchange exchange) throws IOException, InterruptedException {
        Optional<String> version = Optional.ofNullable(exchange.getRequestURI().getQuery())
                .map(query -> query.substring("version=".length()));
        asked.add(new Asked(
                version,
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Portafilter-Contract")));
        Refusal now = refusal;
        if (now.status() != 0) {
            byte[] sentence = now.sentence().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.sendResponseHeaders(now.status(), sentence.length);
            exchange.getResponseBody().write(sentence);
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        BlockingQueue<byte[]> lines = new LinkedBlockingQueue<>();
        begin(version, lines);
        try (OutputStream out = exchange.getResponseBody()) {
            out.flush();
            for (byte[] line = next(lines); line.length > 0; line = next(lines)) {
                out.write(line);
                out.flush();
            }
        } finally {
            streams.remove(lines);
        }
    }

    private synchronized void begin(Optional<String> version, BlockingQueue<byte[]> lines) {
        if (!version.equals(Optional.of(publisher.version().toString()))) {
            List<Frame.Down> all = new ArrayList<>();
            all.add(publisher.inventory());
            Publisher anew = new Publisher();
            all.addAll(anew.publish(objects.values(), List.of()));
            if (objects.isEmpty()) {
                all.add(version());
            }
            all.forEach(frame -> lines.add(FrameLines.write(frame)));
        }
        streams.add(lines);
    }

    private static byte[] next(BlockingQueue<byte[]> lines) throws InterruptedException {
        byte[] line = lines.poll(1, TimeUnit.MINUTES);
        return line == null ? HANG_UP : line;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
