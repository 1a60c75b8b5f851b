package io.portafilter.crds.rule;

import io.portafilter.crds.schema.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The cases of {@code cases.yaml}: a base, and what each case changes of it. */
final class RuleCases {
    /**
     * A case.
     *
     * @param self a NetworkSetup as a tree
     * @param old what was there before
     * @param broken the rules that it breaks
     */
    record RuleCase(String name, Map<?, ?> self, Optional<Map<?, ?>> old, Set<String> broken) {
        @Override
        public String toString() {
            return name;
        }
    }

    private RuleCases() {}

    static List<RuleCase> all() {
        Map<?, ?> file = load();
        return ((List<?>) Trees.at(file, "cases"))
                .stream()
                        .map(entry -> of(Trees.map(file, "base"), (Map<?, ?>) entry))
                        .toList();
    }

    private static RuleCase of(Map<?, ?> base, Map<?, ?> entry) {
        Set<String> broken = new TreeSet<>();
        if (entry.get("fails") instanceof List<?> fails) {
            fails.forEach(id -> broken.add((String) id));
        }
        return new RuleCase(
                Trees.text(entry, "name"),
                merge(base, Trees.map(entry, "patch")),
                Optional.ofNullable((Map<?, ?>) entry.get("old")).map(old -> merge(base, old)),
                broken);
    }

    private static Map<Object, Object> merge(Map<?, ?> base, Map<?, ?> patch) {
        Map<Object, Object> merged = new LinkedHashMap<>(base);
        patch.forEach((key, value) -> {
            if ("$del".equals(value)) {
                merged.remove(key);
            } else if (merged.get(key) instanceof Map<?, ?> inner && value instanceof Map<?, ?> change) {
                merged.put(key, merge(inner, change));
            } else {
                merged.put(key, value);
            }
        });
        return merged;
    }

    private static Map<?, ?> load() {
        try (InputStream file = Objects.requireNonNull(RuleCases.class.getResourceAsStream("cases.yaml"))) {
            return Trees.load(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
