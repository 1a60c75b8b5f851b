package io.portafilter.proxy.routing;

import java.util.List;
import java.util.Optional;

/**
 * Why a request goes where it goes.
 *
 * @param host the name that was asked for
 * @param path the path that was asked for
 * @param hostRule the name that took it; empty: no host has it and there is no catch-all
 * @param otherHosts the names that did not: those of wildcards, regular expressions and the catch-all, and other claims on the same
 *     plain name. Hosts of another plain name are left out
 * @param pathRule the rule of the host that took it; empty: none of them did
 * @param otherPaths all other rules of the host, sorted by path
 * @param route what happens to the request
 * @param <R> what a route is
 */
public record Explanation<R>(
        String host,
        String path,
        Optional<HostRule<R>> hostRule,
        List<LostHost<R>> otherHosts,
        Optional<PathRule<R>> pathRule,
        List<LostPath<R>> otherPaths,
        R route) {
    /** Copies the lists. */
    public Explanation {
        otherHosts = List.copyOf(otherHosts);
        otherPaths = List.copyOf(otherPaths);
    }

    /** A name of a host that did not take the request. */
    public record LostHost<R>(HostRule<R> rule, HostReason reason) {}

    /** A rule that did not take the request. */
    public record LostPath<R>(PathRule<R> rule, PathReason reason) {}
}
