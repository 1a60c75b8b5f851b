package io.portafilter.proxy.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves pages by their exact path; GET and HEAD only. */
public final class AdminServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    private AdminServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /**
     * Listens.
     *
     * @param address port 0 lets the kernel choose
     * @throws IOException if it cannot be bound
     */
    public static AdminServer start(InetSocketAddress address) throws IOException {
        try {
            AdminServer admin = new AdminServer(HttpServer.create(address, 0));
            admin.server.start();
            return admin;
        } catch (IOException e) {
            throw new IOException(
                    "cannot listen on " + address + " for the admin port: " + e.getMessage()
                            + "; choose another address or stop its user",
                    e);
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** Adds a page, or replaces the one of this path. */
    public void add(String path, Page page) {
        pages.put(path, page);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Page.Answer answer = answer(exchange);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Page.Answer answer(HttpExchange exchange) {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return new Page.Answer(405, "text/plain; charset=utf-8", "only GET and HEAD\n");
        }
        String path = exchange.getRequestURI().getPath();
        Page page = pages.get(path);
        if (page == null) {
            return new Page.Answer(404, "text/plain; charset=utf-8", "no such page\n");
        }
        try {
            return page.answer();
        } catch (RuntimeException e) {
            LOG.error("the admin page {} failed", path, e);
            return new Page.Answer(500, "text/plain; charset=utf-8", "this page failed; the log says why\n");
        }
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
