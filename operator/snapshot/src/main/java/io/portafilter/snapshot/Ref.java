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

    // Written out because a start looks up millions: what records generate is slow until it is compiled.
    @Override
    public boolean equals(Object other) {
        return other instanceof Ref that && kind == that.kind && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + name.hashCode();
    }

    @Override
    public int compareTo(Ref other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.label() + " " + name;
    }
}
