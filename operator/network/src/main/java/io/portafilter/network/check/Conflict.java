package io.portafilter.network.check;

import java.util.Comparator;
import java.util.List;

/**
 * Something that does not fit together.
 *
 * @param kind what kind
 * @param objects where it shows
 * @param message what is wrong, with the values and where they stand
 * @param fix what helps, with commands where there are some
 */
public record Conflict(ConflictKind kind, List<String> objects, String message, String fix)
        implements Comparable<Conflict> {
    private static final Comparator<Conflict> ORDER = Comparator.comparing(
                    (Conflict conflict) -> conflict.kind().severity())
            .thenComparing(conflict -> conflict.kind().id())
            .thenComparing(conflict -> String.join(" ", conflict.objects()))
            .thenComparing(Conflict::message);

    /** Copies the list. */
    public Conflict {
        objects = List.copyOf(objects);
    }

    static Conflict of(ConflictKind kind, String object, String message, String fix) {
        return new Conflict(kind, List.of(object), message, fix);
    }

    @Override
    public int compareTo(Conflict other) {
        return ORDER.compare(this, other);
    }
}
