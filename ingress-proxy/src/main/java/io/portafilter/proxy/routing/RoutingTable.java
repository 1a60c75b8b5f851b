package io.portafilter.proxy.routing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says which route a request takes. Immutable; a change makes a successor that shares all hosts that did not change.
 *
 * @param <R> what a route is
 */
public final class RoutingTable<R> {
    private final HostTable<R> hosts;
    private final R otherwise;

    private RoutingTable(HostTable<R> hosts, R otherwise) {
        this.hosts = hosts;
        this.otherwise = otherwise;
    }

    /**
     * A table without hosts.
     *
     * @param otherwise the route of requests that no rule takes
     */
    public static <R> RoutingTable<R> empty(R otherwise) {
        return new RoutingTable<>(HostTable.empty(), otherwise);
    }

    /**
     * The route of a request.
     *
     * @param host in the form of {@link HostName}
     * @param path normalised and decoded, one character a byte
     */
    public R route(String host, String path) {
        HostRule<R> hostRule = hosts.find(host);
        @Nullable
        PathRule<R> pathRule = hostRule == null ? null : hostRule.host().paths().find(path);
        return pathRule == null ? otherwise : pathRule.route();
    }

    /** The same, and why: which rules were looked at and what spoke against them. Arguments as in {@link #route}. */
    public Explanation<R> explain(String host, String path) {
        return new Explainer<>(hosts, otherwise).explain(host, path);
    }

    /** The host of this name, as its rules write it. */
    public Optional<HostRoutes<R>> host(String name) {
        return hosts.host(name);
    }

    /** Begins a successor. */
    public Editor<R> edit() {
        return new Editor<>(hosts.edit(), otherwise);
    }

    /** Collects the changes that lead to a successor. Not safe for use by several threads. */
    public static final class Editor<R> {
        private final HostTable.Editor<R> hosts;
        private final R otherwise;

        private Editor(HostTable.Editor<R> hosts, R otherwise) {
            this.hosts = hosts;
            this.otherwise = otherwise;
        }

        /** Adds a host, or replaces the one of the same name. */
        public Editor<R> put(HostRoutes<R> host) {
            hosts.put(host);
            return this;
        }

        /** Removes a host and all its names, if it is there. */
        public Editor<R> remove(String name) {
            hosts.remove(name);
            return this;
        }

        /** The successor; the editor must not be used afterwards. */
        public RoutingTable<R> build() {
            return new RoutingTable<>(hosts.build(), otherwise);
        }
    }
}
