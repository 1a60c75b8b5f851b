package io.portafilter.e2e.product;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.portafilter.cli.EmbeddedServe;
import io.portafilter.cli.serve.Serve;
import io.portafilter.e2e.wire.Connection;
import io.portafilter.e2e.wire.Heard;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A running {@code portafilter serve FOLDER}, in this process, on ports of loopback that were free. */
public final class Product implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NAMESPACE = "portafilter-test";
    private static final JsonMapper JSON = new JsonMapper();

    private final Serve serve;
    private int changes;

    private Product(Serve serve) {
        this.serve = serve;
    }

    /**
     * Starts it; what the folder says is in effect when this returns.
     *
     * @param flags further ones, as on the command line
     */
    public static Product serve(Folder folder, String... flags) throws IOException {
        List<String> line = new ArrayList<>(List.of(folder.path().toString(), "--bind=127.0.0.1", "--http-port=0"));
        line.addAll(List.of("--https-port=0", "--admin-port=0"));
        line.addAll(List.of(flags));
        return new Product(EmbeddedServe.start(line.toArray(String[]::new)));
    }

    /** Where it takes HTTP. */
    public InetSocketAddress http() {
        return serve.http().getFirst();
    }

    /** Where it takes HTTPS. */
    public InetSocketAddress https() {
        return serve.https().getFirst();
    }

    /**
     * Puts these objects into a file of the folder and waits until the proxy serves them. It does when it knows a host that came
     * with them: what lies in one file goes live at once.
     */
    public void change(Folder folder, String file, List<? extends Map<String, ?>> objects) throws IOException {
        String host = "change-" + changes++ + ".portafilter.test";
        List<Map<String, ?>> all = new ArrayList<>(objects);
        Map<String, Object> rule = Manifests.rule(host, "Prefix", "/", "nobody", 80);
        all.add(Manifests.ingress(
                NAMESPACE, "change", Map.of(), Map.of("ingressClassName", "nginx", "rules", List.of(rule))));
        all.add(Manifests.service(NAMESPACE, "nobody", "http", 80, 8080));
        folder.write(file, all);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> knows(host));
    }

    /** A host that is known answers 503, because nobody is behind it; any other 404. */
    private boolean knows(String host) throws IOException {
        try (Connection connection = Connection.open(http())) {
            connection.send("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
            return connection.receive("GET") instanceof Heard.Reply reply && reply.status() == 503;
        }
    }

    /** The admin port's page {@code /status}. */
    public JsonNode status() throws IOException {
        try (Connection connection = Connection.open(serve.admin().orElseThrow())) {
            connection.send("GET /status HTTP/1.1\r\nHost: admin\r\n\r\n");
            Heard.Reply reply = (Heard.Reply) connection.receive("GET");
            if (reply.status() != 200) {
                throw new IOException("/status answered " + reply.head().line());
            }
            return JSON.readTree(reply.body());
        }
    }

    @Override
    public void close() {
        serve.close();
    }
}
