package io.portafilter.proxy.exchange;

import io.portafilter.proxy.upstream.ClusterState;

/** What a route does in the end. */
public sealed interface RouteAction {
    /**
     * Forwards to one of the cluster's endpoints.
     *
     * @param statusWhenEmpty the answer while there is none: 503, or 404 for the default backend
     */
    record Forward(ClusterState cluster, int statusWhenEmpty) implements RouteAction {}

    /** Answers with this status and its small page, for example 404 of the default backend. */
    record Respond(int status) implements RouteAction {}

    /** Answers 503 before redirects are asked: the route is denied (behaviour §15). */
    record Deny() implements RouteAction {}

    /** Answers 301 to the same path with a slash: the route's rule ends with one (behaviour §2.1). */
    record AddSlash() implements RouteAction {}

    /**
     * Answers with a redirect of everything to another host (from-to-www-redirect, behaviour §2.5).
     *
     * @param host the other host
     * @param code 301, 302, 307 or 308
     */
    record OtherHost(String host, int code) implements RouteAction {}
}
