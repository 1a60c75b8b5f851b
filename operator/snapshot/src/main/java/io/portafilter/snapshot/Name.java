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

    // Written out because a start looks up millions: what records generate is slow until it is compiled.
    @Override
    public boolean equals(Object other) {
        return other instanceof Name that && namespace.equals(that.namespace) && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return 31 * namespace.hashCode() + name.hashCode();
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
