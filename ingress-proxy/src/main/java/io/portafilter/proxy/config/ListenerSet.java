package io.portafilter.proxy.config;

import io.portafilter.contract.PathMatch;
import io.portafilter.contract.Policies;
import io.portafilter.contract.Route;
import io.portafilter.contract.Settings;
import io.portafilter.contract.Sourced;
import io.portafilter.contract.VirtualHost;
import io.portafilter.proxy.exchange.ClientLimits;
import io.portafilter.proxy.exchange.RouteAction;
import io.portafilter.proxy.exchange.RouteEntry;
import io.portafilter.proxy.exchange.RouteMeter;
import io.portafilter.proxy.filter.RouteCompiler;
import io.portafilter.proxy.routing.HostRoutes;
import io.portafilter.proxy.routing.PathPattern;
import io.portafilter.proxy.routing.PathRule;
import io.portafilter.proxy.routing.PathTable;
import io.portafilter.proxy.routing.RoutingTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The hosts of one listener set, and the routing table that was made of them last. */
final class ListenerSet {
    private final String name;
    private final Routes routes;
    private final Map<String, Host> hosts = new TreeMap<>();
    private final Set<String> touched = new TreeSet<>();
    private Policies settings = Policies.NONE;
    private ClientLimits limits = ClientLimits.DEFAULT;
    private RoutingTable<RouteEntry> table;

    ListenerSet(String name, Routes routes) {
        this.name = name;
        this.routes = routes;
        this.table = empty();
    }

    /** Adds a host, or replaces it; whether that may change who gets which certificate. */
    boolean put(Host host) {
        Host before = hosts.put(host.published().host(), host);
        touched.add(host.published().host());
        return before == null
                || !before.published().identity().equals(host.published().identity())
                || !before.aliases().equals(host.aliases());
    }

    void remove(String host) {
        hosts.remove(host);
        touched.add(host);
    }

    void touch(String host) {
        touched.add(host);
    }

    /** Everything inherits from the settings, so everything is made anew. */
    void put(Settings now) {
        limits = ClientLimits.of(now.clientConnection());
        settings(now.policies());
    }

    void removeSettings() {
        limits = ClientLimits.DEFAULT;
        settings(Policies.NONE);
    }

    private void settings(Policies now) {
        settings = now;
        table = empty();
        touched.addAll(hosts.keySet());
    }

    private RoutingTable<RouteEntry> empty() {
        touched.add(VirtualHost.CATCH_ALL);
        return RoutingTable.empty(SyntheticRoutes.notFound(name, settings));
    }

    Collection<Host> hosts() {
        return hosts.values();
    }

    boolean has(String host) {
        return hosts.containsKey(host);
    }

    /** What event loops may read, after making what was touched. */
    Configuration.ServedSet serve() {
        if (!touched.isEmpty()) {
            RoutingTable.Editor<RouteEntry> editor = table.edit();
            for (String host : touched) {
                compile(host).ifPresentOrElse(editor::put, () -> editor.remove(host));
            }
            touched.clear();
            table = editor.build();
        }
        return new Configuration.ServedSet(table, limits);
    }

    private Optional<HostRoutes<RouteEntry>> compile(String name) {
        Host host = hosts.get(name);
        if (host == null && !name.equals(VirtualHost.CATCH_ALL)) {
            return Optional.empty();
        }
        List<PathRule<RouteEntry>> rules = new ArrayList<>();
        if (host != null) {
            addRules(host.published(), rules);
        }
        if (name.equals(VirtualHost.CATCH_ALL)) {
            addHealth(rules);
        }
        return Optional.of(new HostRoutes<>(name, host == null ? List.of() : host.aliases(), new PathTable<>(rules)));
    }

    private void addRules(VirtualHost host, List<PathRule<RouteEntry>> rules) {
        Optional<String> other = host.fromToWwwRedirect().map(Sourced::value);
        if (other.isPresent()) {
            rules.add(new PathRule<>(
                    new PathPattern.Prefix("/"),
                    RouteCompiler.otherHost(host.key(), settings, other.get(), RouteMeter.NONE)));
            return;
        }
        host.routes().stream()
                .distinct()
                .flatMap(key -> routes.get(key).stream())
                .forEach(route -> routes.compile(route, settings, host.tls())
                        .ifPresent(entry -> addRules(host, route, entry, rules)));
    }

    /**
     * A prefix that ends in a slash redirects the path without it, as ingress-nginx does. An exact path does not: the Ingress
     * API's conformance suite demands 404 there.
     */
    private void addRules(VirtualHost host, Route route, RouteEntry entry, List<PathRule<RouteEntry>> rules) {
        String path = latin1(route.match().path().path());
        switch (route.match().path()) {
            case PathMatch.Exact _ -> rules.add(new PathRule<>(new PathPattern.Exact(path), entry));
            case PathMatch.Prefix _ -> {
                rules.add(new PathRule<>(new PathPattern.Prefix(path), entry));
                if (path.length() > 1 && path.endsWith("/") && entry.action() instanceof RouteAction.Forward) {
                    rules.add(new PathRule<>(
                            new PathPattern.SlashMissing(path), routes.addSlash(entry, route, host.tls())));
                }
            }
        }
    }

    private void addHealth(List<PathRule<RouteEntry>> rules) {
        PathPattern health = new PathPattern.Exact(SyntheticRoutes.HEALTH_PATH);
        if (rules.stream().noneMatch(rule -> rule.pattern().equals(health))) {
            rules.add(new PathRule<>(health, SyntheticRoutes.healthy(name)));
        }
    }

    /** Paths of requests are bytes, so those of rules are too. */
    private static String latin1(String path) {
        return new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
