package io.portafilter.snapshot.folder;

import java.util.Comparator;

/**
 * A place in a file, in text {@code file:line:column}.
 *
 * @param file its path below the one that was given, or the stream's name
 * @param line from 1
 * @param column from 1, in characters
 */
public record Location(String file, int line, int column) implements Comparable<Location> {
    private static final Comparator<Location> ORDER = Comparator.comparing(Location::file, FileNames.BYTE_ORDER)
            .thenComparingInt(Location::line)
            .thenComparingInt(Location::column);

    /** The beginning of a file. */
    static Location startOf(String file) {
        return new Location(file, 1, 1);
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
