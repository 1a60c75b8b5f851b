package io.portafilter.e2e.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML files of the chart, as maps. */
final class Yaml {
    private Yaml() {}

    static Map<String, Object> map(Path file) {
        try {
            Object loaded = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return strings(loaded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its paths to whatever is no map with entries, in the file's order: {@code controller.image.tag}. */
    static SequencedSet<String> leaves(Map<String, Object> map) {
        SequencedSet<String> leaves = new LinkedHashSet<>();
        collect("", map, leaves);
        return leaves;
    }

    private static void collect(String path, Map<String, Object> map, SequencedSet<String> leaves) {
        map.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
                collect(path + name + ".", strings(inner), leaves);
            } else {
                leaves.add(path + name);
            }
        });
    }

    private static Map<String, Object> strings(Object map) {
        Map<String, Object> result = new LinkedHashMap<>();
        ((Map<?, ?>) map).forEach((key, value) -> result.put(String.valueOf(key), value));
        return result;
    }
}
