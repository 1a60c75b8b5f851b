package io.portafilter.proxy.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Action;
import io.portafilter.contract.IngressRef;
import io.portafilter.contract.Origin;
import io.portafilter.contract.PathMatch;
import io.portafilter.contract.Policies;
import io.portafilter.contract.Route;
import io.portafilter.contract.RouteMatch;
import io.portafilter.proxy.config.Shop;
import io.portafilter.proxy.exchange.RouteMeter;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RouteMetersTest {
    private final RouteMeters meters = new RouteMeters(2);

    @Test
    void aRouteKeepsItsMeterOverChanges() {
        RouteMeter before = meters.meter(Shop.prefix("shop.test", "/", "web"));
        RouteMeter after = meters.meter(Shop.prefix("shop.test", "/", "web", Shop.bodySize(7)));

        assertThat(after).isSameAs(before).isInstanceOf(MeteredRoute.class);
        assertThat(meters.meter(Shop.prefix("shop.test", "/x", "web"))).isNotSameAs(before);
        assertThat(meters.meter(Shop.prefix("other.test", "/", "web"))).isNotSameAs(before);
    }

    @Test
    void whatNoIngressOwnsIsNotMeasured() {
        Route nobodys = new Route(
                Shop.SET,
                "_",
                new RouteMatch(new PathMatch.Prefix("/")),
                IngressRef.NONE,
                new Origin.Default(),
                Policies.NONE,
                new Action.Respond(404, new Origin.Default()));

        assertThat(meters.meter(nobodys)).isSameAs(RouteMeter.NONE);
        assertThat(meters.all()).isEmpty();
    }

    @Test
    void aMeterThatNobodyHoldsVanishes() {
        RouteMeter held = meters.meter(Shop.prefix("held.test", "/", "web"));
        IntStream.range(0, 100).forEach(i -> meters.meter(Shop.prefix("h" + i + ".test", "/", "web")));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return meters.all().count() == 1;
        });

        assertThat(meters.all()).containsExactly((MeteredRoute) held);
    }

    @Test
    void eachLoopHasItsOwnSeriesForEachMethodAndStatus() {
        MeteredRoute route = (MeteredRoute) meters.meter(Shop.prefix("shop.test", "/", "web"));

        Series first = route.series(0, "GET", 200);
        List<Series> others =
                List.of(route.series(1, "GET", 200), route.series(0, "GET", 404), route.series(0, "POST", 200));

        assertThat(route.series(0, "GET", 200)).isSameAs(first);
        assertThat(others).doesNotContain(first).doesNotHaveDuplicates();
        assertThat(route.series()).hasSize(4);
    }

    @Test
    void cellsAreReadWhileTheyAreWritten() throws InterruptedException {
        Cells cells = new Cells(1);
        Thread owner =
                Thread.ofPlatform().start(() -> IntStream.range(0, 1_000_000).forEach(i -> cells.add(0, 1)));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> cells.get(0) == 1_000_000);
        owner.join();
    }
}
