package io.portafilter.network.cluster;

import java.util.Comparator;

/**
 * What an object is called.
 *
 * @param kind such as ConfigMap
 * @param namespace empty for objects of the whole cluster
 * @param name its name
 */
public record ObjectId(String kind, String namespace, String name) implements Comparable<ObjectId> {
    private static final Comparator<ObjectId> ORDER = Comparator.comparing(ObjectId::kind)
            .thenComparing(ObjectId::namespace)
            .thenComparing(ObjectId::name);

    /** Reads what {@link #toString} writes. */
    public static ObjectId parse(String text) {
        int space = text.indexOf(' ');
        String path = text.substring(space + 1);
        int slash = path.indexOf('/');
        return new ObjectId(
                text.substring(0, Math.max(space, 0)),
                path.substring(0, Math.max(slash, 0)),
                path.substring(slash + 1));
    }

    @Override
    public int compareTo(ObjectId other) {
        return ORDER.compare(this, other);
    }

    /** As {@code ConfigMap kube-system/coredns}. */
    @Override
    public String toString() {
        return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
}
