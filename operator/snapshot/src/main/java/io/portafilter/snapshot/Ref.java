package io.portafilter.snapshot;

import java.util.Comparator;

/**
 * Kind and name of an object, in text {@code Ingress shop/web}.
 *
 * @param kind what it is
 * @param name where it is
 */
public record Ref(Kind kind, Name name) implements Comparable<Ref> {
    private static final Comparator<Ref> ORDER = Comparator.comparing(Ref::kind).thenComparing(Ref::name);

    @Override
    public int compareTo(Ref other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.label() + " " + name;
    }
}
