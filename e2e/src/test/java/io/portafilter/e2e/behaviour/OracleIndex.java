package io.portafilter.e2e.behaviour;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Which recorded requests are replayed and must come to something.
 *
 * @param sizes how many requests each case has; empty when the recordings are not on this machine: then each request is believed
 *     to exist
 * @param later {@code case/number}, or {@code case} for all of it, of the requests that may come to anything
 */
record OracleIndex(Optional<Map<String, Integer>> sizes, Set<String> later) {
    /**
     * Reads the recorded answers and the list of exceptions of the replay.
     *
     * @param answers folder of {@code NAME.json}; may be missing
     * @param exceptions the replay's {@code later.yaml}
     */
    static OracleIndex read(Path answers, Path exceptions) throws IOException {
        Optional<Map<String, Integer>> sizes =
                Files.isDirectory(answers) ? Optional.of(sizes(answers)) : Optional.empty();
        return new OracleIndex(sizes, later(Files.readString(exceptions)));
    }

    /** Whether this request is replayed, and its answer asserted. */
    boolean asserts(String name, int request) {
        boolean exists =
                sizes.map(known -> request < known.getOrDefault(name, 0)).orElse(true);
        return exists && !later.contains(name) && !later.contains(name + "/" + request);
    }

    private static Map<String, Integer> sizes(Path answers) throws IOException {
        Map<String, Integer> sizes = new HashMap<>();
        try (var files = Files.list(answers)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replaceFirst("\\.json$", "");
                var recorded = new ObjectMapper().readTree(file.toFile());
                sizes.put(name, recorded.path("answers").size());
            }
        }
        return sizes;
    }

    private static Set<String> later(String yaml) {
        Set<String> later = new HashSet<>();
        Object entries = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        for (Object item : (List<?>) entries) {
            Map<?, ?> entry = (Map<?, ?>) item;
            if (entry.get("requests") instanceof List<?> some && entry.containsKey("later")) {
                some.forEach(number -> later.add(entry.get("case") + "/" + number));
            } else if (entry.containsKey("later")) {
                later.add(String.valueOf(entry.get("case")));
            }
        }
        return later;
    }
}
