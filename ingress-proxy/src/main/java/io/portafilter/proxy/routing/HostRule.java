package io.portafilter.proxy.routing;

import java.util.Comparator;

/**
 * One name of one host.
 *
 * @param pattern the name
 * @param alias whether it is an alias, which yields to a rule's host of the same name
 * @param host the host that it leads to
 * @param <R> what a route is
 */
public record HostRule<R>(HostPattern pattern, boolean alias, HostRoutes<R> host) {
    /** Hosts of rules before aliases, then by the host's name, as ingress-nginx writes them to its configuration. */
    static final Comparator<HostRule<?>> ORDER = Comparator.<HostRule<?>, Boolean>comparing(HostRule::alias)
            .thenComparing(rule -> rule.host().name());
}
