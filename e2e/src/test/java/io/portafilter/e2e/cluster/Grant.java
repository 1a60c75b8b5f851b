package io.portafilter.e2e.cluster;

import java.util.Comparator;

/**
 * One verb on one resource.
 *
 * @param namespace where; empty: everywhere
 * @param group the API group; empty: the core
 * @param resource with its subresource, {@code ingresses/status}
 * @param name of the one object; empty: any
 */
record Grant(String namespace, String group, String resource, String name, String verb) implements Comparable<Grant> {
    private static final Comparator<Grant> ORDER = Comparator.comparing(Grant::namespace)
            .thenComparing(Grant::group)
            .thenComparing(Grant::resource)
            .thenComparing(Grant::name)
            .thenComparing(Grant::verb);

    /** Whether this request needed it, or could have used it. An object that is applied and not there needs the right to create, too. */
    boolean covers(Request request) {
        return (verb.equals(request.verb()) || (verb.equals("create") && request.created()))
                && group.equals(request.group())
                && resource.equals(request.resource())
                && (namespace.isEmpty() || namespace.equals(request.namespace()))
                && (name.isEmpty() || name.equals(request.name()));
    }

    @Override
    public int compareTo(Grant other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return verb + " " + resource + (group.isEmpty() ? "" : "." + group) + (name.isEmpty() ? "" : " " + name)
                + (namespace.isEmpty() ? " in all namespaces" : " in " + namespace);
    }
}
