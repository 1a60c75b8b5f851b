package io.portafilter.proxy.config;

import io.portafilter.contract.Action;
import io.portafilter.contract.Key;
import io.portafilter.contract.Kind;
import io.portafilter.contract.Policies;
import io.portafilter.contract.Route;
import io.portafilter.proxy.exchange.RouteAction;
import io.portafilter.proxy.exchange.RouteEntry;
import io.portafilter.proxy.exchange.RouteMeter;
import io.portafilter.proxy.filter.RouteCompiler;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The published routes, and what was made of each of them last. A route that cannot be taken goes on as it was, unless it was to
 * protect somebody in another way than before: then it answers 503.
 */
final class Routes {

    private final Refusals refusals;
    private final Clusters clusters;
    private final Function<Route, RouteMeter> meters;
    private final Map<Key, Route> published = new HashMap<>();
    private final Map<Key, Taken> taken = new HashMap<>();

    private record Taken(Route route, RouteEntry entry) {}

    Routes(Refusals refusals, Clusters clusters, Function<Route, RouteMeter> meters) {
        this.refusals = refusals;
        this.clusters = clusters;
        this.meters = meters;
    }

    void put(Route route) {
        published.put(route.key(), route);
    }

    /** Forgets a route; what it was. */
    Optional<Route> remove(Key key) {
        taken.remove(key);
        return Optional.ofNullable(published.remove(key));
    }

    Optional<Route> get(Key key) {
        return Optional.ofNullable(published.get(key));
    }

    /** The entry of a route; empty if it is refused and there is nothing to go on with. */
    Optional<RouteEntry> compile(Route route, Policies settings, boolean hostTls) {
        try {
            RouteEntry entry = RouteCompiler.compile(
                    route, route.policies().inherit(settings), hostTls, action(route), meters.apply(route));
            taken.put(route.key(), new Taken(route, entry));
            return Optional.of(entry);
        } catch (IllegalArgumentException e) {
            refusals.add(route, e.getMessage() == null ? e.toString() : e.getMessage());
            return instead(route, settings, hostTls);
        }
    }

    /** The entry of requests that miss only the slash at the end of a route's path. */
    RouteEntry addSlash(RouteEntry entry, Route route, boolean hostTls) {
        return RouteCompiler.compile(route, entry.policies(), hostTls, new RouteAction.AddSlash(), entry.meter());
    }

    private Optional<RouteEntry> instead(Route route, Policies settings, boolean hostTls) {
        Taken before = taken.get(route.key());
        Policies protectedBefore =
                before == null ? Policies.NONE : before.route().policies().protecting();
        if (protectedBefore.equals(route.policies().protecting())) {
            return Optional.ofNullable(before).map(Taken::entry);
        }
        return Optional.of(
                RouteCompiler.compile(route, settings, hostTls, new RouteAction.Deny(), meters.apply(route)));
    }

    private RouteAction action(Route route) {
        return switch (route.action()) {
            case Action.Forward(Key cluster, int statusWhenEmpty) -> {
                if (cluster.kind() != Kind.CLUSTER) {
                    throw new IllegalArgumentException("it forwards to " + cluster + ", which is no cluster");
                }
                yield new RouteAction.Forward(clusters.get(cluster), statusWhenEmpty);
            }
            case Action.Respond respond -> new RouteAction.Respond(respond.status());
            case Action.Deny _ -> new RouteAction.Deny();
        };
    }
}
