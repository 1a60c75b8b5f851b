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
