package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.ConfigMap;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Small manifests, files with them, and readings in a form that is easy to compare. */
final class Manifests {
    private Manifests() {}

    /** A ConfigMap with one value. */
    static String configMap(String name, String value) {
        return """
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s}
                data: {value: %s}
                """.formatted(name, value);
    }

    static Ref ref(String name) {
        return new Ref(Kind.CONFIG_MAP, new Name("default", name));
    }

    static void write(Path file, String... documents) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, String.join("", documents));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** ConfigMaps by name, with their value; {@code gone} if they were deleted. */
    static Map<String, String> values(Reading reading) {
        return reading.changes().stream()
                .collect(Collectors.toMap(
                        change -> change.ref().name().name(),
                        change -> switch (change) {
                            case Change.Put put -> value(put.object());
                            case Change.Delete delete -> "gone";
                        },
                        (a, b) -> a + " and " + b,
                        TreeMap::new));
    }

    private static String value(KubeObject object) {
        return object instanceof ConfigMap map ? map.data().getOrDefault("value", "none") : "no ConfigMap";
    }
}
