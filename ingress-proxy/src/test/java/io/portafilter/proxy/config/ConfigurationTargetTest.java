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

import io.portafilter.contract.Endpoint;
import io.portafilter.contract.Hsts;
import io.portafilter.contract.ProxyBodySize;
import io.portafilter.contract.Published;
import io.portafilter.contract.Route;
import io.portafilter.contract.Sourced;
import io.portafilter.contract.VirtualHost;
import io.portafilter.proxy.exchange.RouteAction;
import io.portafilter.proxy.exchange.RouteEntry;
import io.portafilter.proxy.exchange.RouteMeter;
import io.portafilter.proxy.upstream.ClusterRegistry;
import io.portafilter.proxy.upstream.EndpointState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is published leads requests at once. */
class ConfigurationTargetTest extends ConfigurationTargetFixture {
    @Test
    void beforeTheFirstCommitEverythingIsUnavailable() {
        ConfigurationTarget empty = new ConfigurationTarget(
                new ClusterRegistry(ConfigurationTargetFixture::resolve), route -> RouteMeter.NONE, Runnable::run);

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
}
