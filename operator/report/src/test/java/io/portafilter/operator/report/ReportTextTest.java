package io.portafilter.operator.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
    private static final Path GOLDEN = Path.of("src/test/golden");

    static final Report STARTING = new Report(
            "ingress-nginx-operator-0", false, false, Optional.empty(), List.of(), List.of(), List.of(), List.of());

    static final Report BUSY = new Report(
            "ingress-nginx-operator-0",
            true,
            true,
            Optional.of("3f2a9c01d4e5" + "0".repeat(52)),
            List.of(
                    new Report.Watch("ingresses.networking.k8s.io", "all namespaces", true, 0, Optional.empty()),
                    new Report.Watch(
                            "services",
                            "all namespaces",
                            false,
                            75.5,
                            Optional.of("We cannot list services in all namespaces: Connection refused"))),
            List.of(
                    new Report.Proxy(
                            "ingress-nginx/controller-a",
                            Optional.of("2026-11-21T11:48:00Z"),
                            Optional.of("3f2a9c01d4e5" + "0".repeat(52)),
                            true,
                            List.of()),
                    new Report.Proxy(
                            "ingress-nginx/controller-long",
                            Optional.of("2026-11-21T14:59:18Z"),
                            Optional.of("77".repeat(32)),
                            false,
                            List.of(new Report.Refused("Route/ingress/a.test/Exact:/", "the pattern is too large"))),
                    new Report.Proxy(
                            "ingress-nginx/controller-z", Optional.empty(), Optional.empty(), false, List.of())),
            List.of(
                    new Report.Ingress("shop", "basket", "last-good"),
                    new Report.Ingress("shop", "other", "foreign"),
                    new Report.Ingress("shop", "search-and-more", "nothing"),
                    new Report.Ingress("shop", "web", "current")),
            List.of(
                    new Report.Finding(
                            "error",
                            "Ingress",
                            "shop",
                            "web",
                            "spec.rules[0]",
                            "service-not-found",
                            "there is no Service shop/web; requests are answered 503 until it exists"),
                    new Report.Finding(
                            "warning", "IngressClass", "", "nginx", "", "made-up", "100 % of this is made up")));

    @Test
    void aReportIsAPageForPeople() throws IOException {
        compare("busy.txt", ReportText.of(BUSY, NOW));
    }

    @Test
    void anOperatorThatStartsSaysSo() throws IOException {
        compare("starting.txt", ReportText.of(STARTING, NOW));
    }

    @Test
    void whatIsWrittenAsJsonIsReadAsTheSame() {
        assertThat(Json.read(Json.write(BUSY), Report.class)).isEqualTo(BUSY);
        assertThat(Json.read(Json.write(STARTING), Report.class)).isEqualTo(STARTING);
    }

    private static void compare(String name, String actual) throws IOException {
        Path golden = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }
}
