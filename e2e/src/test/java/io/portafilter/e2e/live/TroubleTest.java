package io.portafilter.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portafilter.e2e.product.Folder;
import io.portafilter.e2e.product.Product;
import io.portafilter.e2e.wire.Connection;
import io.portafilter.e2e.wire.Heard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in one place harms nobody else, and a restart forgets nothing that still serves. */
class TroubleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> INVALID =
            Map.of("nginx.ingress.kubernetes.io/server-alias", "not a host name");

    @TempDir
    private Path temporary = Path.of("");

    @Test
    void aBrokenManifestIsNamedWithFileAndLineAndAllElseServesOn() throws Exception {
        Folder folder = Folder.in(temporary);
        try (Pods pods = Pods.start(2);
                Product product = Product.serve(folder)) {
            product.change(folder, "shop.yaml", shop(pods, 0).manifests());
            folder.write("broken.yaml", "apiVersion: v1\nkind: Service\nmetadata: name: web\n");

            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(problemLines(product, "broken.yaml")).contains(3));
            assertThat(ask(product)).isEqualTo("200 0");

            product.change(folder, "shop.yaml", shop(pods, 1).manifests());
            assertThat(ask(product)).isEqualTo("200 1");

            folder.delete("broken.yaml");
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(problemLines(product, "broken.yaml")).isEmpty());
        }
    }

    @Test
    void anIngressThatBecameInvalidServesItsLastGoodTextAlsoAfterARestart() throws Exception {
        Folder folder = Folder.in(temporary);
        String state = "--state=" + temporary.resolve("state");
        try (Pods pods = Pods.start(2)) {
            try (Product product = Product.serve(folder, state)) {
                product.change(folder, "shop.yaml", shop(pods, 0).manifests());
                Shop elsewhere = new Shop("/elsewhere", 80, pods.port(1));
                product.change(folder, "shop.yaml", elsewhere.manifests(INVALID));
                assertThat(ask(product)).as("the old path, the new pod").isEqualTo("200 1");
            }
            try (Product again = Product.serve(folder, state)) {
                assertThat(ask(again)).as("after the restart").isEqualTo("200 1");
            }
        }
    }

    @Test
    void anIngressThatWasNeverValidServesNothing() throws Exception {
        Folder folder = Folder.in(temporary);
        try (Pods pods = Pods.start(1);
                Product product = Product.serve(folder, "--state=" + temporary.resolve("state"))) {
            product.change(folder, "shop.yaml", shop(pods, 0).manifests(INVALID));
            assertThat(ask(product)).startsWith("404");
        }
    }

    private static Shop shop(Pods pods, int pod) {
        return new Shop("/app", 80, pods.port(pod));
    }

    /** Lines of this file that the status names. */
    private static List<Integer> problemLines(Product product, String file) throws IOException {
        List<Integer> lines = new ArrayList<>();
        product.status().get("problems").forEach(problem -> {
            if (problem.path("file").asText().endsWith(file)) {
                lines.add(problem.get("line").asInt());
            }
        });
        return lines;
    }

    private static String ask(Product product) throws IOException {
        try (Connection connection = Connection.open(product.http())) {
            connection.send("GET /app/page HTTP/1.1\r\nHost: " + Shop.HOST + "\r\n\r\n");
            Heard.Reply reply = (Heard.Reply) connection.receive("GET");
            return reply.status() + " " + reply.text().lines().findFirst().orElse("");
        }
    }
}
