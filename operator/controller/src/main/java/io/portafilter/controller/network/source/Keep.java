package io.portafilter.controller.network.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which fields of a tree are kept: those at given paths, with everything below. */
final class Keep {
    private final Map<String, Keep> below;

    private Keep(Map<String, Keep> below) {
        this.below = below;
    }

    /**
     * Keeps what these paths lead to.
     *
     * @param paths keys divided by dots
     */
    static Keep of(String... paths) {
        Map<String, Keep> below = new TreeMap<>();
        for (String path : paths) {
            Keep at = new Keep(below);
            for (String key : path.split("\\.", -1)) {
                at = at.below.computeIfAbsent(key, name -> new Keep(new TreeMap<>()));
            }
        }
        return new Keep(below);
    }

    /** What is kept of a mapping. A field that is there and holds nothing of what is kept stays out. */
    Map<String, Object> of(Map<?, ?> whole) {
        Map<String, Object> kept = new TreeMap<>();
        below.forEach((key, keep) -> Optional.<Object>ofNullable(whole.get(key))
                .flatMap(keep::value)
                .ifPresent(value -> kept.put(key, value)));
        return Map.copyOf(kept);
    }

    private Optional<Object> value(Object value) {
        if (below.isEmpty()) {
            return Optional.of(value);
        }
        if (value instanceof List<?> list) {
            return Optional.of(list.stream()
                    .<Object>map(item -> item instanceof Map<?, ?> map ? of(map) : Map.of())
                    .toList());
        }
        return value instanceof Map<?, ?> map
                ? Optional.of(of(map)).filter(kept -> !kept.isEmpty()).map(kept -> kept)
                : Optional.empty();
    }
}
