package io.portafilter.snapshot;

import java.util.Comparator;

/**
 * Namespace and name of an object; the namespace of a cluster-scoped object is empty.
 *
 * @param namespace may be empty
 * @param name never empty
 */
public record Name(String namespace, String name) implements Comparable<Name> {
    private static final Comparator<Name> ORDER =
            Comparator.comparing(Name::namespace).thenComparing(Name::name);

    /** The name of a cluster-scoped object. */
    public static Name clusterScoped(String name) {
        return new Name("", name);
    }

    @Override
    public int compareTo(Name other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
