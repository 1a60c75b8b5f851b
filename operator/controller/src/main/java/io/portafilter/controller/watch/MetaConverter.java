package io.portafilter.controller.watch;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reduces metadata. */
final class MetaConverter {
    /** What tools note for themselves: large, or changed all the time, and of no meaning to us. */
    private static final Set<String> NOTES = Set.of(
            "kubectl.kubernetes.io/last-applied-configuration", "endpoints.kubernetes.io/last-change-trigger-time");

    private MetaConverter() {}

    static Meta convert(ObjectMeta meta) {
        return new Meta(
                name(meta),
                text(meta.getUid()),
                createdAt(meta.getCreationTimestamp()),
                sorted(meta.getLabels()),
                sorted(meta.getAnnotations()));
    }

    static Name name(ObjectMeta meta) {
        return new Name(text(meta.getNamespace()), meta.getName());
    }

    private static Instant createdAt(@Nullable String time) {
        return time == null ? Instant.EPOCH : OffsetDateTime.parse(time).toInstant();
    }

    private static SortedMap<String, String> sorted(@Nullable Map<String, String> map) {
        SortedMap<String, String> sorted = new TreeMap<>();
        if (map != null) {
            map.forEach((key, value) -> {
                if (!NOTES.contains(key)) {
                    sorted.put(key, text(value));
                }
            });
        }
        return sorted;
    }

    /** Absent is empty. */
    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Absent is empty: the API server writes {@code null} for some lists without elements. */
    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Absent and empty mean the same. */
    static Optional<String> some(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isEmpty());
    }
}
