package io.portafilter.snapshot;

import java.util.Comparator;

/**
 * A key of an index.
 *
 * @param index the index's name
 * @param key the key in it
 */
public record IndexEntry(String index, String key) implements Comparable<IndexEntry> {
    private static final Comparator<IndexEntry> ORDER =
            Comparator.comparing(IndexEntry::index).thenComparing(IndexEntry::key);

    @Override
    public int compareTo(IndexEntry other) {
        return ORDER.compare(this, other);
    }
}
