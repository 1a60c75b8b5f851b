package io.portafilter.proxy.config;

import io.portafilter.contract.Action;
import io.portafilter.contract.IngressRef;
import io.portafilter.contract.Origin;
import io.portafilter.contract.PathMatch;
import io.portafilter.contract.Policies;
import io.portafilter.contract.Route;
import io.portafilter.contract.RouteMatch;
import io.portafilter.contract.VirtualHost;
import io.portafilter.proxy.exchange.RouteAction;
import io.portafilter.proxy.exchange.RouteEntry;
import io.portafilter.proxy.exchange.RouteMeter;
import io.portafilter.proxy.filter.RouteCompiler;

/** Routes that nobody publishes. Nobody owns them, so they are neither measured by route nor logged. */
final class SyntheticRoutes {
    /** Where load balancers ask whether the proxy lives, on the catch-all host of every listener (behaviour §6). */
    static final String HEALTH_PATH = "/healthz";

    private SyntheticRoutes() {}

    /** The answer as long as nothing is configured: somebody else may know better. */
    static RouteEntry notConfigured() {
        return respond("", new PathMatch.Prefix("/"), 503, Policies.NONE);
    }

    /** The default backend, for requests that no rule takes. */
    static RouteEntry notFound(String listenerSet, Policies settings) {
        return respond(listenerSet, new PathMatch.Prefix("/"), 404, settings);
    }

    /** The answer of {@link #HEALTH_PATH}. */
    static RouteEntry healthy(String listenerSet) {
        return respond(listenerSet, new PathMatch.Exact(HEALTH_PATH), 200, Policies.NONE);
    }

    private static RouteEntry respond(String listenerSet, PathMatch path, int status, Policies policies) {
        Route route = new Route(
                listenerSet,
                VirtualHost.CATCH_ALL,
                new RouteMatch(path),
                IngressRef.NONE,
                new Origin.Default(),
                Policies.NONE,
                new Action.Respond(status, new Origin.Default()));
        return RouteCompiler.compile(route, policies, false, new RouteAction.Respond(status), RouteMeter.NONE);
    }
}
