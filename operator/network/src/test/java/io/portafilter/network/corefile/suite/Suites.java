package io.portafilter.network.corefile.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The files under {@code suites.dir}. */
public final class Suites {
    private Suites() {}

    /** The rows of a file; skips the test where the file is not there. */
    public static List<JsonNode> rows(String name) {
        Path file = Path.of(System.getProperty("suites.dir", "../shared/suites"), name);
        Assumptions.assumeTrue(Files.exists(file), () -> "no suite " + file);
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(file.toFile())
                    .valueStream()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The inputs that CoreDNS's parser takes. */
    public static List<String> parsedInputs() {
        return rows("corefile-parse-golden.json").stream()
                .filter(row -> !row.has("Error"))
                .map(row -> row.get("Input").asText())
                .toList();
    }
}
