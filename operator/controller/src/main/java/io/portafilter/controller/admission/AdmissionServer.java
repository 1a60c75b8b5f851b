package io.portafilter.controller.admission;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.portafilter.controller.compile.CompileLoop;
import io.portafilter.controller.http.HttpServers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The webhook that the API server asks before it stores an Ingress (behaviour §16) or a NetworkSetup. What it cannot answer in time it answers with 500,
 * so that the webhook's {@code failurePolicy} decides.
 */
public final class AdmissionServer implements AutoCloseable {
    /** Where ingress-nginx has it. */
    public static final String PATH = "/networking/v1/ingresses";

    /** For NetworkSetups. */
    public static final String SETUP_PATH = "/portafilter.io/v1alpha1/networksetups";

    private static final Logger LOG = LoggerFactory.getLogger(AdmissionServer.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int LONGEST_BODY = 9 << 20;
    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpsServer server;
    private final Map<String, Judging> judges;
    private final AdmissionMetrics metrics;
    private final Reviews reviews = new Reviews();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore turns = new Semaphore(AT_ONCE);

    private AdmissionServer(HttpsServer server, SSLContext context, Judge judge, AdmissionMetrics metrics) {
        this.server = server;
        this.judges = Map.of(PATH, judge::judge, SETUP_PATH, SetupJudge::judge);
        this.metrics = metrics;
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /**
     * Listens.
     *
     * @param context with the certificate that {@code caBundle} verifies
     * @param loop is asked
     * @param namespaces whose Ingresses are watched; others are none of our business
     * @throws IOException if the address cannot be bound; the message says which flag chooses another
     */
    public static AdmissionServer start(
            InetSocketAddress address,
            SSLContext context,
            CompileLoop loop,
            Predicate<String> namespaces,
            MeterRegistry registry)
            throws IOException {
        try {
            AdmissionServer started = new AdmissionServer(
                    HttpServers.https(address),
                    context,
                    new Judge(loop, namespaces, LIMIT),
                    new AdmissionMetrics(registry));
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new IOException(
                    "cannot listen on " + address + " for the webhook: " + e.getMessage()
                            + "; choose another with --validating-webhook",
                    e);
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Judging> judge =
                    Optional.ofNullable(judges.get(exchange.getRequestURI().getPath()));
            if (judge.isEmpty()) {
                refuse(exchange, 404, "the webhooks are at " + PATH + " and " + SETUP_PATH);
            } else if (!exchange.getRequestMethod().equals("POST")) {
                refuse(exchange, 405, "only POST");
            } else if (!hasTurn()) {
                refuse(exchange, 429, "too many questions at once");
            } else {
                try {
                    review(exchange, judge.get());
                } finally {
                    turns.release();
                }
            }
        }
    }

    /** Bodies are large and the compiler is one: few questions are read at once, the others wait a little. */
    private boolean hasTurn() {
        try {
            return turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void review(HttpExchange exchange, Judging judge) throws IOException {
        long began = System.nanoTime();
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            refuse(exchange, 413, "an AdmissionReview is at most " + LONGEST_BODY + " bytes long");
            return;
        }
        AdmissionRequest request;
        try {
            request = reviews.read(body);
        } catch (Reviews.BadReview e) {
            refuse(exchange, 400, String.valueOf(e.getMessage()));
            return;
        }
        try {
            long asked = System.nanoTime();
            Answer answer = judge.judge(request);
            long answered = System.nanoTime();
            send(exchange, 200, "application/json", reviews.write(request, answer));
            metrics.answered(body.length, answered - asked, System.nanoTime() - began);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refuse(exchange, 503, "the operator is ending");
        } catch (TimeoutException | ExecutionException e) {
            metrics.failed();
            LOG.error("{}/{} could not be judged", request.getNamespace(), request.getName(), e);
            refuse(exchange, 500, "the compiler did not answer within " + LIMIT.toSeconds() + " s, or failed");
        }
    }

    private static void refuse(HttpExchange exchange, int status, String line) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", line + "\n");
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** Lets answers that are under way leave, for a second, and stops. */
    @Override
    public void close() {
        server.stop(1);
        threads.shutdownNow();
    }
}
