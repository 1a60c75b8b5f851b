package io.portafilter.compiler.host;

import io.portafilter.contract.PathMatch;
import java.util.Comparator;

/**
 * One path of one host.
 *
 * @param host of which virtual host
 * @param match the path and its type
 */
public record RouteKey(String host, PathMatch match) implements Comparable<RouteKey> {
    private static final Comparator<RouteKey> ORDER = Comparator.comparing(RouteKey::host)
            .thenComparing(key -> key.match().toString());

    @Override
    public int compareTo(RouteKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return host + " " + match;
    }
}
