package io.portafilter.proxy.config;

import static io.portafilter.proxy.config.Shop.SET;
import static io.portafilter.proxy.config.Shop.cluster;
import static io.portafilter.proxy.config.Shop.endpoints;
import static io.portafilter.proxy.config.Shop.exact;
import static io.portafilter.proxy.config.Shop.host;
import static io.portafilter.proxy.config.Shop.prefix;
import static io.portafilter.proxy.config.Shop.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portafilter.contract.Action;
import io.portafilter.contract.Endpoint;
import io.portafilter.contract.Frame;
import io.portafilter.contract.Hsts;
import io.portafilter.contract.Identity;
import io.portafilter.contract.PathMatch;
import io.portafilter.contract.Policy;
import io.portafilter.contract.ProxyBodySize;
import io.portafilter.contract.Published;
import io.portafilter.contract.Route;
import io.portafilter.contract.SecretText;
import io.portafilter.contract.Sourced;
import io.portafilter.contract.VirtualHost;
import io.portafilter.proxy.exchange.ListenerContext;
import io.portafilter.proxy.exchange.RouteAction;
import io.portafilter.proxy.exchange.RouteEntry;
import io.portafilter.proxy.exchange.RouteMeter;
import io.portafilter.proxy.upstream.ClusterRegistry;
import io.portafilter.proxy.upstream.ClusterState;
import io.portafilter.proxy.upstream.EndpointState;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTargetTest {
    private final Queue<Runnable> lookUps = new ArrayDeque<>();
    private final ConfigurationTarget target = new ConfigurationTarget(
            new ClusterRegistry(ConfigurationTargetTest::resolve), route -> RouteMeter.NONE, lookUps::add);
    private final Operator operator = new Operator(target);
    private final ListenerContext listener =
            new ListenerContext("http", false, 80, target, () -> target.limits("http"));

    @BeforeEach
    void publishAShop() {
        Route root = prefix("shop.test", "/", "web");
        Route cart = prefix("shop.test", "/cart/", "cart");
        Route exact = exact("shop.test", "/exact/", "web");
        operator.put(
                Shop.http(),
                Shop.https(),
                settings(),
                host("shop.test", root, cart, exact),
                root,
                cart,
                exact,
                cluster("web"),
                cluster("cart"),
                endpoints("web", address(1)),
                endpoints("cart", address(2)));
    }

    @Test
    void beforeTheFirstCommitEverythingIsUnavailable() {
        ConfigurationTarget empty = new ConfigurationTarget(
                new ClusterRegistry(ConfigurationTargetTest::resolve), route -> RouteMeter.NONE, Runnable::run);

        assertThat(empty.version()).isEmpty();
        assertThat(empty.route(listener, "shop.test", "/").action()).isEqualTo(new RouteAction.Respond(503));
        assertThat(empty.explain("http", "shop.test", "/")).isEmpty();
    }

    @Test
    void routesLeadToTheEndpointsOfTheirClusters() {
        assertThat(endpointsOf(entry("shop.test", "/"))).containsExactly(address(1));
        assertThat(endpointsOf(entry("shop.test", "/cart/1"))).containsExactly(address(2));
        assertThat(target.version()).isPresent();
    }

    @Test
    void unknownHostsGetTheDefaultBackendsAnswer() {
        assertThat(entry("other.test", "/").action()).isEqualTo(new RouteAction.Respond(404));
    }

    @Test
    void aMissingSlashIsAddedForPrefixesOnly() {
        assertThat(entry("shop.test", "/cart").action()).isEqualTo(new RouteAction.AddSlash());
        assertThat(entry("shop.test", "/cart").rulePath()).isEqualTo("/cart/");
        assertThat(endpointsOf(entry("shop.test", "/exact/"))).containsExactly(address(1));
        assertThat(entry("shop.test", "/exact").rulePath()).isEqualTo("/");
    }

    @Test
    void aMissingSlashIsNotAddedWhereThePathHasARuleOfItsOwn() {
        Route cart = prefix("shop.test", "/cart/", "cart");
        Route own = exact("shop.test", "/cart", "web");
        operator.put(host("shop.test", cart, own), own);

        assertThat(endpointsOf(entry("shop.test", "/cart"))).containsExactly(address(1));
    }

    @Test
    void theCatchAllHostAnswersHealthChecks() {
        assertThat(entry("other.test", "/healthz").action()).isEqualTo(new RouteAction.Respond(200));
        assertThat(entry("shop.test", "/healthz").rulePath()).isEqualTo("/");

        Route everything = prefix("_", "/", "web");
        operator.put(host("_", everything), everything);

        assertThat(entry("other.test", "/healthz").action()).isEqualTo(new RouteAction.Respond(200));
        assertThat(endpointsOf(entry("other.test", "/healthy"))).containsExactly(address(1));

        Route own = exact("_", "/healthz", "cart");
        operator.put(host("_", everything, own), own);

        assertThat(endpointsOf(entry("other.test", "/healthz"))).containsExactly(address(2));
    }

    @Test
    void pathsBeyondAsciiAreComparedAsBytes() {
        Route umlaut = exact("shop.test", "/k\u00e4se", "cart");
        operator.put(host("shop.test", umlaut), umlaut);

        assertThat(endpointsOf(entry("shop.test", "/k\u00c3\u00a4se"))).containsExactly(address(2));
    }

    @Test
    void aChangeOfEndpointsMakesNoNewTable() {
        var table = target.table("http").orElseThrow();
        RouteEntry before = entry("shop.test", "/");

        operator.put(endpoints("web", address(3), address(4)));

        assertThat(target.table("http").orElseThrow()).isSameAs(table);
        assertThat(endpointsOf(before)).containsExactlyInAnyOrder(address(3), address(4));
    }

    @Test
    void aChangedRouteRebuildsItsHostAlone() {
        Route other = prefix("other.test", "/", "web");
        operator.put(host("other.test", other), other);
        var untouched = target.table("http").orElseThrow().host("other.test").orElseThrow();

        operator.put(prefix("shop.test", "/", "cart"));

        assertThat(endpointsOf(entry("shop.test", "/"))).containsExactly(address(2));
        assertThat(target.table("http").orElseThrow().host("other.test").orElseThrow())
                .isSameAs(untouched);
    }

    @Test
    void changedSettingsReachEveryRoute() {
        operator.put(settings(Shop.bodySize(7), Shop.hsts(9)));

        assertThat(entry("shop.test", "/")
                        .policies()
                        .get(ProxyBodySize.class)
                        .flatMap(ProxyBodySize::bytes)
                        .map(Sourced::value))
                .contains(7L);
        assertThat(entry("other.test", "/").policies().get(Hsts.class)).isPresent();

        operator.delete(settings().key());

        assertThat(entry("shop.test", "/").policies().get(ProxyBodySize.class)).isEmpty();
    }

    @Test
    void aRoutesOwnPolicyGoesBeforeTheSettings() {
        operator.put(settings(Shop.bodySize(7)), prefix("shop.test", "/", "web", Shop.bodySize(8)));

        assertThat(entry("shop.test", "/")
                        .policies()
                        .get(ProxyBodySize.class)
                        .flatMap(ProxyBodySize::bytes)
                        .map(Sourced::value))
                .contains(8L);
    }

    @Test
    void whatIsDeletedIsGone() {
        RouteEntry inFlight = entry("shop.test", "/");

        operator.delete(
                VirtualHost.key(SET, "shop.test"),
                prefix("shop.test", "/", "web").key(),
                prefix("shop.test", "/cart/", "cart").key(),
                exact("shop.test", "/exact/", "web").key(),
                cluster("web").key(),
                endpoints("web").key());

        assertThat(entry("shop.test", "/").action()).isEqualTo(new RouteAction.Respond(404));
        assertThat(clusterOf(inFlight).endpoints())
                .as("what a request in flight may still use, and nobody keeps a connection to")
                .isNotEmpty()
                .allMatch(EndpointState::removed);
    }

    @Test
    void aHostThatRedirectsElsewhereHasOneRouteForEverything() {
        operator.put(Shop.redirecting("www.shop.test", "shop.test"));

        assertThat(entry("www.shop.test", "/any/path").action()).isEqualTo(new RouteAction.OtherHost("shop.test", 308));
    }

    @Test
    void namesAreResolvedByAnotherThreadAndTheLatestEndpointsWin() {
        operator.put(endpoints("web", List.of(new Endpoint("first.test", 80))));
        assertThat(endpointsOf(entry("shop.test", "/"))).as("until the look-up").containsExactly(address(1));
        operator.put(endpoints("web", List.of(new Endpoint("second.test", 80))));

        lookUps.forEach(Runnable::run);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(endpointsOf(entry("shop.test", "/")))
                        .singleElement()
                        .satisfies(address -> assertThat(address.getAddress().getHostAddress())
                                .isEqualTo("127.0.1.2")));
    }

    @Test
    void aLookUpThatComesTooLateHarmsNothing() {
        Route web = prefix("gone.test", "/", "gone");
        operator.put(
                host("gone.test", web),
                web,
                cluster("gone"),
                endpoints("gone", List.of(new Endpoint("first.test", 80))));
        operator.delete(
                VirtualHost.key(SET, "gone.test"),
                web.key(),
                cluster("gone").key(),
                endpoints("gone").key());

        lookUps.forEach(Runnable::run);

        assertThat(endpointsOf(entry("shop.test", "/"))).containsExactly(address(1));
    }

    // ---- refusals ----

    @Test
    void anAliasThatCannotBeCompiledKeepsTheHostAsItWas() {
        Route root = prefix("shop.test", "/", "web");

        List<Frame.Refused> refused = operator.put(host("shop.test", Optional.empty(), List.of("~^(?=x)"), root));

        assertThat(refused).singleElement().satisfies(refusal -> {
            assertThat(refusal.key()).isEqualTo(VirtualHost.key(SET, "shop.test"));
            assertThat(refusal.reason()).contains("~^(?=x)").contains("RE2");
        });
        assertThat(endpointsOf(entry("shop.test", "/cart/"))).containsExactly(address(2));
    }

    @Test
    void aBadCertificateKeepsItsPredecessorAndTheRestIsTaken() {
        Identity good = Shop.identity("cert", "shop.test");
        Route root = prefix("shop.test", "/", "web");
        operator.put(host("shop.test", good, root), good);
        var before = target.certificates("https").find("shop.test");
        assertThat(before).isPresent();

        List<Frame.Refused> refused = operator.put(
                new Identity("shop", "cert", good.certificateChain(), new SecretText("nonsense")),
                prefix("shop.test", "/", "cart"));

        assertThat(refused).singleElement().satisfies(refusal -> {
            assertThat(refusal.key()).isEqualTo(good.key());
            assertThat(refusal.reason())
                    .contains("Secret shop/cert")
                    .contains("tls.key")
                    .doesNotContain("nonsense");
        });
        assertThat(target.certificates("https").find("shop.test")).isEqualTo(before);
        assertThat(endpointsOf(entry("shop.test", "/"))).containsExactly(address(2));
    }

    @Test
    void aRouteThatCannotBeTakenGoesOnAsItWas() {
        List<Frame.Refused> refused = operator.put(toNowhere());

        assertThat(refused).singleElement().satisfies(refusal -> {
            assertThat(refusal.key()).isEqualTo(prefix("shop.test", "/", "web").key());
            assertThat(refusal.reason()).contains("is no cluster");
        });
        assertThat(endpointsOf(entry("shop.test", "/"))).containsExactly(address(1));
    }

    @Test
    void aRouteThatCannotBeTakenButShallProtectIsDenied() {
        List<Frame.Refused> refused = operator.put(toNowhere(Shop.forceSslRedirect()));

        assertThat(refused).hasSize(1);
        assertThat(entry("shop.test", "/").action()).isEqualTo(new RouteAction.Deny());

        operator.put(prefix("shop.test", "/", "cart", Shop.forceSslRedirect()));

        assertThat(endpointsOf(entry("shop.test", "/"))).containsExactly(address(2));
    }

    @Test
    void aNewRouteThatCannotBeTakenIsNotThere() {
        Route bad = Shop.route(
                "new.test",
                new PathMatch.Prefix("/"),
                new Action.Forward(settings().key(), 503));

        assertThat(operator.put(host("new.test", bad), bad)).hasSize(1);

        assertThat(entry("new.test", "/").action()).isEqualTo(new RouteAction.Respond(404));
    }

    @Test
    void aRefusalIsReportedOnceUntilTheObjectIsPutAgain() {
        assertThat(operator.put(toNowhere())).hasSize(1);

        assertThat(operator.put(prefix("shop.test", "/cart/", "web"))).isEmpty();
        assertThat(operator.put(settings(Shop.bodySize(1)))).isEmpty();

        assertThat(operator.put(toNowhere(Shop.bodySize(2)))).hasSize(1);
    }

    // ---- certificates ----

    @ParameterizedTest
    @CsvSource({
        "shop.test, shop/own",
        "SHOP.test, shop/own",
        "alias.test, shop/own",
        "x.wild.test, shop/own",
        "uncovered.test, none",
        "taken.test, none",
        "other.test, none"
    })
    void aHostsCertificateServesTheAliasesThatItCovers(String serverName, String secret) {
        Identity own = Shop.identity("own", "shop.test", "alias.test", "*.wild.test", "taken.test");
        Route root = prefix("shop.test", "/", "web");
        operator.put(
                host(
                        "shop.test",
                        Optional.of(own.key()),
                        List.of("alias.test", "*.wild.test", "uncovered.test", "taken.test", "~^rx"),
                        root),
                own,
                host("taken.test"));

        assertThat(target.certificates("https")
                        .find(serverName)
                        .map(Object::toString)
                        .orElse("none"))
                .isEqualTo(secret);
    }

    @Test
    void theListenersDefaultServesEverybodyElse() {
        Identity fallback = Shop.identity("fallback", "any.test");

        operator.put(fallback, Shop.https(fallback));
        assertThat(target.certificates("https").find("other.test")).hasToString("Optional[shop/fallback]");

        operator.publish(List.of(Shop.https()), List.of(fallback.key()));
        assertThat(target.certificates("https").find("other.test")).isEmpty();
    }

    @Test
    void aRenewedCertificateIsInEffectAtOnce() {
        Identity old = Shop.identity("cert", "shop.test");
        operator.put(host("shop.test", old), old);
        var before = target.certificates("https").find("shop.test").orElseThrow();

        operator.put(Shop.identity("cert", "shop.test"));

        assertThat(target.certificates("https").find("shop.test").orElseThrow().leaf())
                .isNotEqualTo(before.leaf());
    }

    // ---- size ----

    @Test
    void oneChangeAmongManyHostsSharesTheOthers() {
        List<Published> many = new ArrayList<>();
        IntStream.range(0, 2000).forEach(i -> {
            Route route = prefix("h" + i + ".test", "/", "web");
            many.add(route);
            many.add(host("h" + i + ".test", route));
        });
        operator.publish(many, List.of());
        var before = target.table("http").orElseThrow();

        operator.put(prefix("h7.test", "/", "cart"));

        var after = target.table("http").orElseThrow();
        assertThat(endpointsOf(entry("h7.test", "/"))).containsExactly(address(2));
        assertThat(IntStream.range(0, 2000).filter(i -> i != 7))
                .allSatisfy(i -> assertThat(after.host("h" + i + ".test")).isEqualTo(before.host("h" + i + ".test")));
    }

    @Test
    void explanationsAreThoseOfTheTableInEffect() {
        var explanation = target.explain("http", "SHOP.test:8080", "/cart").orElseThrow();

        assertThat(explanation.route()).isEqualTo(entry("shop.test", "/cart"));
        assertThat(explanation.otherPaths()).hasSize(3);
    }

    private static Route toNowhere(Policy<?>... policies) {
        return Shop.route(
                "shop.test",
                new PathMatch.Prefix("/"),
                new Action.Forward(settings().key(), 503),
                policies);
    }

    private RouteEntry entry(String host, String path) {
        return target.route(listener, host, path);
    }

    private static List<InetSocketAddress> endpointsOf(RouteEntry entry) {
        return clusterOf(entry).endpoints().stream().map(EndpointState::address).toList();
    }

    private static ClusterState clusterOf(RouteEntry entry) {
        assertThat(entry.action()).isInstanceOf(RouteAction.Forward.class);
        return ((RouteAction.Forward) entry.action()).cluster();
    }

    private static InetSocketAddress address(int last) {
        return new InetSocketAddress("127.0.0." + last, 8080);
    }

    private static List<InetAddress> resolve(String name) throws UnknownHostException {
        return switch (name) {
            case "first.test" -> List.of(InetAddress.getByName("127.0.1.1"));
            case "second.test" -> List.of(InetAddress.getByName("127.0.1.2"));
            default -> throw new UnknownHostException(name);
        };
    }
}
