package io.portafilter.proxy.config;

import io.portafilter.contract.Action;
import io.portafilter.contract.ClientConnection;
import io.portafilter.contract.Cluster;
import io.portafilter.contract.Endpoint;
import io.portafilter.contract.Endpoints;
import io.portafilter.contract.Hsts;
import io.portafilter.contract.Identity;
import io.portafilter.contract.IngressRef;
import io.portafilter.contract.Key;
import io.portafilter.contract.Listener;
import io.portafilter.contract.LoadBalance;
import io.portafilter.contract.Origin;
import io.portafilter.contract.PathMatch;
import io.portafilter.contract.Policies;
import io.portafilter.contract.Policy;
import io.portafilter.contract.ProxyBodySize;
import io.portafilter.contract.Route;
import io.portafilter.contract.RouteMatch;
import io.portafilter.contract.SecretText;
import io.portafilter.contract.Settings;
import io.portafilter.contract.Sourced;
import io.portafilter.contract.SslRedirect;
import io.portafilter.contract.VirtualHost;
import io.portafilter.proxy.tls.TestCertificates;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Contract objects of a small shop, as an operator would publish them. */
public final class Shop {
    /** The only listener set. */
    public static final String SET = "ingress";

    private static final Origin DEFAULT = new Origin.Default();

    private Shop() {}

    /** The two listeners. */
    public static Listener http() {
        return new Listener.Http("http", SET);
    }

    /** The TLS listener with the generated certificate. */
    public static Listener https() {
        return new Listener.Https("https", SET, Optional.empty());
    }

    /** The TLS listener with this default certificate. */
    public static Listener https(Identity identity) {
        return new Listener.Https("https", SET, Optional.of(Sourced.byDefault(identity.key())));
    }

    /** Settings with these policies and limits of an hour. */
    public static Settings settings(Policy<?>... policies) {
        return new Settings(
                SET,
                new ClientConnection(
                        Sourced.byDefault(75), Sourced.byDefault(1000), Sourced.byDefault(60), Sourced.byDefault(60)),
                Policies.of(policies));
    }

    /** A host with these routes. */
    public static VirtualHost host(String name, Route... routes) {
        return host(name, Optional.empty(), List.of(), routes);
    }

    /** A host with a certificate. */
    public static VirtualHost host(String name, Identity identity, Route... routes) {
        return host(name, Optional.of(identity.key()), List.of(), routes);
    }

    /** A host with all that it can have. */
    public static VirtualHost host(String name, Optional<Key> identity, List<String> aliases, Route... routes) {
        return new VirtualHost(
                SET,
                name,
                aliases.stream().map(Sourced::byDefault).toList(),
                identity.map(Sourced::byDefault),
                identity.isPresent(),
                Optional.empty(),
                Stream.of(routes).map(Route::key).sorted().toList());
    }

    /** A host that sends everything to another one. */
    public static VirtualHost redirecting(String name, String to) {
        return new VirtualHost(
                SET, name, List.of(), Optional.empty(), false, Optional.of(Sourced.byDefault(to)), List.of());
    }

    /** A prefix route to the Service of this name. */
    public static Route prefix(String host, String path, String service, Policy<?>... policies) {
        return route(
                host,
                new PathMatch.Prefix(path),
                new Action.Forward(cluster(service).key(), 503),
                policies);
    }

    /** An exact route to the Service of this name. */
    public static Route exact(String host, String path, String service) {
        return route(
                host,
                new PathMatch.Exact(path),
                new Action.Forward(cluster(service).key(), 503));
    }

    /** Any route. */
    public static Route route(String host, PathMatch path, Action action, Policy<?>... policies) {
        return new Route(
                SET,
                host,
                new RouteMatch(path),
                new IngressRef("shop", "web", "service", "80"),
                DEFAULT,
                Policies.of(policies),
                action);
    }

    /** The cluster of a Service. */
    public static Cluster cluster(String service) {
        return new Cluster("shop", service, "80", Sourced.byDefault(LoadBalance.ROUND_ROBIN), List.of());
    }

    /** Where the Service's requests go. */
    public static Endpoints endpoints(String service, InetSocketAddress... addresses) {
        return endpoints(
                service,
                Stream.of(addresses)
                        .map(address -> new Endpoint(address.getAddress().getHostAddress(), address.getPort()))
                        .sorted()
                        .toList());
    }

    /** Where the Service's requests go. */
    public static Endpoints endpoints(String service, List<Endpoint> endpoints) {
        return new Endpoints("shop", service, "80", endpoints);
    }

    /** A certificate that really is one, for these names. */
    public static Identity identity(String secret, String... names) {
        TestCertificates.Pair pair = TestCertificates.of(names);
        return new Identity("shop", secret, pair.certificate(), new SecretText(pair.key()));
    }

    /** Redirect to HTTPS in any case. */
    public static SslRedirect forceSslRedirect() {
        return new SslRedirect(
                Optional.empty(),
                Optional.of(Sourced.byDefault(true)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A limit of bodies. */
    public static ProxyBodySize bodySize(long bytes) {
        return new ProxyBodySize(Optional.of(Sourced.byDefault(bytes)));
    }

    /** Strict-Transport-Security of this age. */
    public static Hsts hsts(long maxAgeSeconds) {
        return new Hsts(
                Optional.of(Sourced.byDefault(true)),
                Optional.of(Sourced.byDefault(maxAgeSeconds)),
                Optional.empty(),
                Optional.empty());
    }
}
