package io.portafilter.compiler.annotation;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.compiler.Golden;
import io.portafilter.snapshot.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every annotation of the catalogue with good and bad texts: {@code texts.tsv} in, {@code texts.out.txt} out. */
class EveryAnnotationTest {
    private static final String RESOURCES = "operator/compiler/src/test/resources/io/portafilter/compiler/annotation/";

    /** What an annotation that is only a part of others needs beside it. */
    private static final Map<String, String> PARTNERS = Map.ofEntries(
            entry("auth-type", "basic"),
            entry("auth-url", "https://auth.example.com"),
            entry("auth-tls-secret", "shop/client-ca"),
            entry("canary", "true"),
            entry("affinity", "cookie"),
            entry("enable-cors", "true"),
            entry("proxy-ssl-secret", "shop/backend-ca"),
            entry("enable-modsecurity", "true"),
            entry("limit-rps", "1"),
            entry("rewrite-target", "/"),
            entry("temporal-redirect", "/"),
            entry("proxy-redirect-from", "/"),
            entry("mirror-target", "https://mirror.example.com"),
            entry("limit-rate", "1"),
            entry("custom-http-errors", "404"),
            entry("enable-opentelemetry", "true"));

    @Test
    void eachTextHasItsOutcome() throws IOException {
        String out = lines().map(line -> outcome(line.name(), line.text())).collect(Collectors.joining());

        Golden.check(RESOURCES + "texts.out.txt", out);
    }

    @Test
    void everyAnnotationOfTheCatalogueIsTried() throws IOException {
        assertThat(lines().map(Line::name).distinct())
                .containsExactlyInAnyOrderElementsOf(AnnotationCatalogue.BY_NAME.keySet());
    }

    private static String outcome(String name, String text) {
        Map<String, String> annotations = new TreeMap<>(Map.of(name, text));
        List<String> partOf =
                AnnotationCatalogue.find(name).orElseThrow().entry().partOf();
        partOf.stream().limit(1).forEach(partner -> annotations.put(partner, partnerText(partner)));
        AnnotationOptions riskyAndAllowed =
                new AnnotationOptions(AnnotationOptions.DEFAULT_PREFIX, true, false, Risk.CRITICAL, List.of(), true);

        Reading reading = Annotated.read(riskyAndAllowed, annotations);

        return "%s = %s\n    %s\n%s"
                .formatted(
                        name,
                        text,
                        verdict(reading),
                        reading.findings().stream()
                                .filter(finding -> finding.field().endsWith("/" + name + "]"))
                                .map(EveryAnnotationTest::line)
                                .collect(Collectors.joining()));
    }

    private static String partnerText(String partner) {
        return PARTNERS.getOrDefault(partner, "?");
    }

    private static String verdict(Reading reading) {
        return switch (reading) {
            case Reading.Rejected _ -> "rejected";
            case Reading.Accepted accepted ->
                accepted.denial().map(denial -> "503 for " + denial.scope()).orElse("served");
        };
    }

    private static String line(Finding finding) {
        return "    %s %s: %s\n".formatted(finding.severity(), finding.id(), finding.message());
    }

    private static Stream<Line> lines() throws IOException {
        try (InputStream in = EveryAnnotationTest.class.getResourceAsStream("texts.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.split("\t", -1))
                            .map(columns -> new Line(columns[0], columns[1]))
                            .toList()
                            .stream();
        }
    }

    private record Line(String name, String text) {}
}
