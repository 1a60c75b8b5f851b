package io.portafilter.controller.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.portafilter.controller.http.HttpServers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves pages by their exact path; GET and HEAD only. */
public final class AdminServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);
    private static final int AT_ONCE = 16;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Map<String, Supplier<Answer>> pages = new ConcurrentHashMap<>();

    /**
     * What a page says.
     *
     * @param status the HTTP status
     * @param contentType for example {@code application/json}
     * @param body sent in UTF-8
     */
    public record Answer(int status, String contentType, String body) {
        /** Plain text, one line. */
        public static Answer line(int status, String line) {
            return new Answer(status, "text/plain; charset=utf-8", line + "\n");
        }
    }

    private AdminServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /**
     * Listens.
     *
     * @throws IOException if the address cannot be bound; the message says which flag chooses another
     */
    public static AdminServer start(InetSocketAddress address) throws IOException {
        try {
            AdminServer admin = new AdminServer(HttpServers.http(address));
            admin.server.start();
            return admin;
        } catch (IOException e) {
            throw new IOException(
                    "cannot listen on " + address + " for health and metrics: " + e.getMessage()
                            + "; choose another with --healthz-port and --healthz-host",
                    e);
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** Adds a page; it is made anew for each request, on a virtual thread. */
    public void add(String path, Supplier<Answer> page) {
        pages.put(path, page);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Answer answer(HttpExchange exchange) {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Answer.line(405, "only GET and HEAD");
        }
        Supplier<Answer> page = pages.get(exchange.getRequestURI().getPath());
        if (page == null) {
            return Answer.line(404, "no such page");
        }
        if (!turns.tryAcquire()) {
            return Answer.line(429, "too many requests at once");
        }
        try {
            return page.get();
        } catch (RuntimeException e) {
            LOG.error("the admin page {} failed", exchange.getRequestURI().getPath(), e);
            return Answer.line(500, "this page failed; the log says why");
        } finally {
            turns.release();
        }
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
