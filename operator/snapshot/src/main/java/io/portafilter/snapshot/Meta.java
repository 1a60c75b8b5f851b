package io.portafilter.snapshot;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The metadata that we read.
 *
 * @param name namespace and name
 * @param uid empty when the source has none
 * @param createdAt the epoch when the source has none
 * @param labels sorted
 * @param annotations sorted
 */
public record Meta(
        Name name,
        String uid,
        Instant createdAt,
        SortedMap<String, String> labels,
        SortedMap<String, String> annotations) {
    /** Copies the maps. */
    public Meta {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }
}
