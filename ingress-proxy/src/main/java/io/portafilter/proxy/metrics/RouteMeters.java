package io.portafilter.proxy.metrics;

import io.portafilter.contract.IngressRef;
import io.portafilter.contract.Route;
import io.portafilter.proxy.exchange.RouteMeter;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The meters of routes. They are held by the routes themselves, so the series of a route that is gone vanish some time later. */
public final class RouteMeters {
    private final int loops;
    private final Map<RouteLabels, WeakReference<MeteredRoute>> meters = new HashMap<>();

    RouteMeters(int loops) {
        this.loops = loops;
    }

    /** The meter of a route; routes that no Ingress owns are not measured. */
    public RouteMeter meter(Route route) {
        IngressRef ingress = route.ingress();
        if (ingress.equals(IngressRef.NONE)) {
            return RouteMeter.NONE;
        }
        return meter(new RouteLabels(
                route.host(), route.match().path().path(), ingress.namespace(), ingress.name(), ingress.service()));
    }

    private synchronized MeteredRoute meter(RouteLabels labels) {
        WeakReference<MeteredRoute> held = meters.get(labels);
        MeteredRoute known = held == null ? null : held.get();
        if (known != null) {
            return known;
        }
        MeteredRoute meter = new MeteredRoute(labels, loops);
        meters.put(labels, new WeakReference<>(meter));
        return meter;
    }

    /** The meters that are still held. */
    synchronized Stream<MeteredRoute> all() {
        meters.values().removeIf(held -> held.get() == null);
        return meters.values().stream().map(WeakReference::get).filter(Objects::nonNull).toList().stream();
    }
}
