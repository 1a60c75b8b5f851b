package io.portafilter.proxy.config;

import io.portafilter.contract.Cluster;
import io.portafilter.contract.Endpoints;
import io.portafilter.contract.Frame;
import io.portafilter.contract.Identity;
import io.portafilter.contract.Key;
import io.portafilter.contract.Kind;
import io.portafilter.contract.Listener;
import io.portafilter.contract.Published;
import io.portafilter.contract.Route;
import io.portafilter.contract.Settings;
import io.portafilter.contract.Version;
import io.portafilter.contract.VirtualHost;
import io.portafilter.contract.feed.Step;
import io.portafilter.contract.feed.Target;
import io.portafilter.proxy.exchange.ClientLimits;
import io.portafilter.proxy.exchange.ListenerContext;
import io.portafilter.proxy.exchange.RouteEntry;
import io.portafilter.proxy.exchange.RouteMeter;
import io.portafilter.proxy.exchange.Router;
import io.portafilter.proxy.routing.Explanation;
import io.portafilter.proxy.routing.HostName;
import io.portafilter.proxy.routing.RoutingTable;
import io.portafilter.proxy.tls.ServerIdentity;
import io.portafilter.proxy.tls.SniTable;
import io.portafilter.proxy.upstream.ClusterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Takes commits and lets event loops see each of them by one volatile write. What a commit does not touch is not made again: a
 * changed route costs its host, a pod's readiness a list in the registry.
 *
 * <pre>
 *   Step ─▶ objects ─▶ hosts that they touch ─▶ tables ─▶ one write ─▶ the next request
 *             └─▶ endpoints ─▶ registry ──────────────────────────────▶
 * </pre>
 */
public final class ConfigurationTarget implements Target, Router {
    private final RouteEntry notConfigured = SyntheticRoutes.notConfigured();
    private final Refusals refusals = new Refusals();
    private final Identities identities = new Identities(refusals);
    private final Clusters clusters;
    private final Routes routes;
    private final Map<String, ListenerSet> sets = new TreeMap<>();
    private final Map<Key, Listener> listeners = new TreeMap<>();
    private boolean certificatesTouched;

    private volatile Configuration configuration = Configuration.EMPTY;
    private volatile Optional<Version> version = Optional.empty();

    /**
     * Nothing configured.
     *
     * @param registry where clusters live
     * @param meters where a route is measured
     * @param names runs one task after the other; they wait for name servers
     */
    public ConfigurationTarget(ClusterRegistry registry, Function<Route, RouteMeter> meters, Executor names) {
        this.clusters = new Clusters(registry, names);
        this.routes = new Routes(refusals, clusters, meters);
    }

    @Override
    public synchronized List<Frame.Refused> apply(Step step) {
        for (Published object : step.puts()) {
            refusals.forget(object.key());
            put(object);
        }
        step.deletes().stream().filter(key -> key.kind() != Kind.CLUSTER).forEach(this::delete);
        publish();
        // Only now does no route of the table in effect need them.
        step.deletes().stream().filter(key -> key.kind() == Kind.CLUSTER).forEach(clusters::remove);
        version = Optional.of(step.version());
        return refusals.take();
    }

    private void put(Published object) {
        switch (object) {
            case Listener listener -> {
                listeners.put(listener.key(), listener);
                set(listener.listenerSet());
                certificatesTouched = true;
            }
            case Settings settings -> set(settings.listenerSet()).put(settings);
            case VirtualHost host -> put(host);
            case Route route -> {
                routes.put(route);
                set(route.listenerSet()).touch(route.host());
            }
            case Cluster cluster -> clusters.put(cluster);
            case Endpoints endpoints -> clusters.put(endpoints);
            case Identity identity -> {
                identities.put(identity);
                certificatesTouched = true;
            }
        }
    }

    private void put(VirtualHost host) {
        try {
            certificatesTouched |= set(host.listenerSet()).put(Host.of(host));
        } catch (IllegalArgumentException e) {
            refusals.add(host, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private void delete(Key key) {
        refusals.forget(key);
        switch (key.kind()) {
            case LISTENER -> {
                listeners.remove(key);
                certificatesTouched = true;
            }
            case SETTINGS -> set(key.name()).removeSettings();
            case VIRTUAL_HOST -> {
                int slash = key.name().indexOf('/');
                set(key.name().substring(0, slash)).remove(key.name().substring(slash + 1));
                certificatesTouched = true;
            }
            case ROUTE ->
                routes.remove(key).ifPresent(route -> set(route.listenerSet()).touch(route.host()));
            case ENDPOINTS -> clusters.removeEndpoints(key);
            case IDENTITY -> {
                identities.remove(key);
                certificatesTouched = true;
            }
            case CLUSTER -> clusters.remove(key);
        }
    }

    private ListenerSet set(String name) {
        return sets.computeIfAbsent(name, absent -> new ListenerSet(absent, routes));
    }

    private void publish() {
        Map<String, Configuration.ServedSet> served = new HashMap<>();
        sets.forEach((name, set) -> served.put(name, set.serve()));
        Map<String, Configuration.ServedSet> byListener = new HashMap<>();
        listeners.values().stream()
                .filter(listener -> served.containsKey(listener.listenerSet()))
                .forEach(listener -> byListener.put(listener.name(), served.get(listener.listenerSet())));
        configuration =
                new Configuration(byListener, certificatesTouched ? certificates() : configuration.certificates());
        certificatesTouched = false;
    }

    private Map<String, SniTable> certificates() {
        Map<String, Map<String, ServerIdentity>> namesBySet = new HashMap<>();
        Map<String, SniTable> tables = new HashMap<>();
        for (Listener listener : listeners.values()) {
            if (listener instanceof Listener.Https https) {
                Map<String, ServerIdentity> names = namesBySet.computeIfAbsent(
                        https.listenerSet(), set -> Certificates.names(set(set), identities));
                tables.put(https.name(), Certificates.of(https, names, identities));
            }
        }
        return tables;
    }

    @Override
    public RouteEntry route(ListenerContext listener, String host, String path) {
        Configuration.ServedSet set = configuration.listeners().get(listener.name());
        return set == null ? notConfigured : set.routes().route(host, path);
    }

    /**
     * Why a request would go where it goes, by the tables in effect; empty if no such listener is configured.
     *
     * @param host as in a Host header
     * @param path normalised, decoded, one character a byte
     */
    public Optional<Explanation<RouteEntry>> explain(String listener, String host, String path) {
        return Optional.ofNullable(configuration.listeners().get(listener))
                .map(Configuration.ServedSet::routes)
                .map(table -> table.explain(HostName.of(host), path));
    }

    /** The limits of clients of this listener, as they are now. */
    public ClientLimits limits(String listener) {
        Configuration.ServedSet set = configuration.listeners().get(listener);
        return set == null ? ClientLimits.DEFAULT : set.limits();
    }

    /** The certificates of this listener, as they are now. */
    public SniTable certificates(String listener) {
        return configuration.certificates().getOrDefault(listener, SniTable.EMPTY);
    }

    /** The version in effect; empty before the first commit. */
    public Optional<Version> version() {
        return version;
    }

    /** The table of a listener, for tests of what is shared between versions. */
    Optional<RoutingTable<RouteEntry>> table(String listener) {
        return Optional.ofNullable(configuration.listeners().get(listener)).map(Configuration.ServedSet::routes);
    }
}
