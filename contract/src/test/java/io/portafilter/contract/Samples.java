package io.portafilter.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One of each: objects in which every member is set, and frames. */
public final class Samples {
    private static final String SET = "ingress";
    private static final String HOST = "shop.example.com";
    private static final Origin RULE = new Origin.Field("Ingress shop/web", "spec.rules[0].http.paths[0]");
    private static final Key CLUSTER = Cluster.key("shop", "web", "80");

    private Samples() {}

    /** One of each kind; every reference of one is another. */
    public static List<Published> objects() {
        return List.of(
                http(),
                https(),
                settings(),
                virtualHost(),
                redirectingHost(),
                route(),
                exactRoute(),
                deniedRoute(),
                cluster(),
                canary(),
                endpoints(CLUSTER),
                endpoints(canary().key()),
                identity());
    }

    static Listener http() {
        return new Listener.Http("http", SET);
    }

    static Listener https() {
        return new Listener.Https(
                "https",
                SET,
                Optional.of(new Sourced<>(identity().key(), new Origin.Flag("--default-ssl-certificate"))));
    }

    static Settings settings() {
        return new Settings(
                SET,
                new ClientConnection(
                        Sourced.byDefault(75),
                        option("keep-alive-requests", 500),
                        Sourced.byDefault(60),
                        Sourced.byDefault(61)),
                Policies.of(
                        new Hsts(
                                Optional.of(option("hsts", true)),
                                Optional.of(option("hsts-max-age", 31_536_000L)),
                                Optional.of(option("hsts-include-subdomains", false)),
                                Optional.of(option("hsts-preload", false))),
                        new ServerTokens(
                                Optional.of(option("server-tokens", false)),
                                Optional.of(option("allow-backend-server-header", true)))));
    }

    private static VirtualHost virtualHost() {
        return new VirtualHost(
                SET,
                HOST,
                List.of(new Sourced<>("~^shop[0-9]+\\.example\\.com$", annotation("server-alias"))),
                Optional.of(new Sourced<>(identity().key(), new Origin.Field("Ingress shop/web", "spec.tls[0]"))),
                true,
                Optional.empty(),
                List.of(exactRoute().key(), route().key()));
    }

    private static VirtualHost redirectingHost() {
        return new VirtualHost(
                SET,
                "www." + HOST,
                List.of(),
                Optional.empty(),
                false,
                Optional.of(new Sourced<>(HOST, annotation("from-to-www-redirect"))),
                List.of());
    }

    static Route route() {
        return route("/wär e\"", new Action.Forward(CLUSTER, 503));
    }

    /** A route of {@code shop.example.com}. */
    public static Route route(String path, Action action) {
        return new Route(
                SET,
                HOST,
                new RouteMatch(new PathMatch.Prefix(path)),
                new IngressRef("shop", "web", "web", "80"),
                RULE,
                Policies.of(
                        new SslRedirect(
                                Optional.of(new Sourced<>(true, annotation("ssl-redirect"))),
                                Optional.of(new Sourced<>(false, annotation("force-ssl-redirect"))),
                                Optional.of(new Sourced<>(true, annotation("preserve-trailing-slash"))),
                                Optional.of(option("http-redirect-code", 308)),
                                Optional.of(
                                        option("no-tls-redirect-locations", List.of("/.well-known/acme-challenge")))),
                        new ProxyTimeout(
                                Optional.of(new Sourced<>(5, annotation("proxy-connect-timeout"))),
                                Optional.of(new Sourced<>(60, annotation("proxy-read-timeout"))),
                                Optional.empty()),
                        new ProxyNextUpstream(
                                Optional.of(new Sourced<>(
                                        List.of(
                                                ProxyNextUpstream.Condition.ERROR,
                                                ProxyNextUpstream.Condition.HTTP_502),
                                        annotation("proxy-next-upstream"))),
                                Optional.of(Sourced.byDefault(3)),
                                Optional.of(Sourced.byDefault(0)),
                                Optional.of(Sourced.byDefault(false))),
                        new ProxyBodySize(Optional.of(new Sourced<>(8L << 20, annotation("proxy-body-size"))))),
                action);
    }

    private static Route exactRoute() {
        return new Route(
                SET,
                HOST,
                new RouteMatch(new PathMatch.Exact("/gone")),
                IngressRef.NONE,
                new Origin.Default(),
                Policies.NONE,
                new Action.Respond(404, new Origin.Default()));
    }

    private static Route deniedRoute() {
        return new Route(
                SET,
                HOST,
                new RouteMatch(new PathMatch.Exact("/closed")),
                new IngressRef("shop", "web", "web", "80"),
                new Origin.Field("Ingress shop/web", "spec.rules[0].http.paths[1]"),
                Policies.NONE,
                new Action.Deny(new Origin.Field("Ingress shop/web", "metadata.annotations[auth-url]")));
    }

    static Cluster cluster() {
        return new Cluster(
                "shop",
                "web",
                "80",
                Sourced.byDefault(LoadBalance.ROUND_ROBIN),
                List.of(new Sourced<>(
                        canary().key(), new Origin.Field("Ingress shop/canary", "spec.rules[0].http.paths[0]"))));
    }

    private static Cluster canary() {
        return new Cluster("shop", "canary", "http", Sourced.byDefault(LoadBalance.ROUND_ROBIN), List.of());
    }

    private static Endpoints endpoints(Key cluster) {
        String[] name = cluster.name().split("/");
        return new Endpoints(
                name[0], name[1], name[2], List.of(new Endpoint("10.0.0.1", 8080), new Endpoint("fd00::1", 8080)));
    }

    static Identity identity() {
        return new Identity(
                "shop", "tls", "-----BEGIN CERTIFICATE-----\n", new SecretText("-----BEGIN PRIVATE KEY-----\n"));
    }

    /** One of each kind of frame. */
    static List<Frame> frames() {
        Published object = identity();
        Digest digest = Digest.of(object);
        Version version = new Version(digest);
        return List.of(
                new Frame.Inventory(Frame.CONTRACT, new TreeMap<>(Map.of(object.key(), digest, CLUSTER, digest))),
                new Frame.Put(digest, object),
                new Frame.Delete(CLUSTER),
                new Frame.Commit(version),
                new Frame.Applied(Frame.CONTRACT, version),
                new Frame.Refused(object.key(), digest, "the key is not that of the certificate"));
    }

    private static Origin annotation(String name) {
        return new Origin.Field("Ingress shop/web", "metadata.annotations[nginx.ingress.kubernetes.io/" + name + "]");
    }

    private static <T> Sourced<T> option(String name, T value) {
        return new Sourced<>(
                value, new Origin.Field("ConfigMap ingress-nginx/ingress-nginx-controller", "data[" + name + "]"));
    }
}
