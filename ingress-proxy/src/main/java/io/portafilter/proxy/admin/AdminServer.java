package io.portafilter.proxy.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves pages by their exact path; GET and HEAD only. */
public final class AdminServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);

    /** Listed, and not with a weight of 0. */
    private static final Pattern GZIP = Pattern.compile("(?i)\\bgzip\\b(?!\\s*;\\s*q=0(\\.0+)?\\s*(,|$))");

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

    /** Whatever it throws ends the connection without the end of the body: half a page is not taken for a whole one. */
    private void handle(HttpExchange exchange) throws IOException {
        Page.Answer answer = answer(exchange);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
            exchange.close();
            return;
        }
        boolean zip = acceptsGzip(exchange);
        if (zip) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(answer.status(), 0);
        try {
            OutputStream out = zip ? new GZIPOutputStream(exchange.getResponseBody()) : exchange.getResponseBody();
            answer.body().writeTo(out);
            out.close();
        } catch (RuntimeException e) {
            LOG.error("the admin page {} failed", exchange.getRequestURI().getPath(), e);
            throw e;
        }
    }

    private static boolean acceptsGzip(HttpExchange exchange) {
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        return accepted != null && GZIP.matcher(accepted).find();
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
