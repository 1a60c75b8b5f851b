package io.portafilter.e2e.cluster.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.portafilter.e2e.cluster.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an operator wrote, as the API server noted it. */
final class Writes {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> VERBS = Set.of("create", "update", "patch", "delete", "deletecollection");

    /** Leases are renewed all the time; a review is a question. */
    private static final List<String> ASKED = List.of(" leases", " tokenreviews");

    private Writes() {}

    /** Each sort of write once, such as {@code update networksetups/status}, of this release since then. */
    static List<String> since(Release release, Instant then) {
        release.cluster().mayBeHarmed();
        String log = Optional.ofNullable(System.getenv("E2E_AUDIT_LOG")).orElseThrow();
        try (Stream<String> lines = Files.lines(Path.of(log))) {
            return lines.filter(line -> line.contains(release.operatorUser()))
                    .map(Writes::parse)
                    .filter(event -> event.at("/user/username").asText().equals(release.operatorUser()))
                    .filter(event -> VERBS.contains(event.path("verb").asText()))
                    .filter(event -> !Instant.parse(
                                    event.path("requestReceivedTimestamp").asText())
                            .isBefore(then))
                    .map(Writes::text)
                    .filter(text -> ASKED.stream().noneMatch(text::contains))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode event) {
        JsonNode object = event.path("objectRef");
        String subresource = object.path("subresource").asText();
        String name = object.path("name").asText();
        return event.path("verb").asText() + " " + object.path("resource").asText()
                + (subresource.isEmpty() ? "" : "/" + subresource) + (name.isEmpty() ? "" : " " + name);
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
