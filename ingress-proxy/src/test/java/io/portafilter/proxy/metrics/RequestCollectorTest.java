package io.portafilter.proxy.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.proxy.config.Shop;
import io.portafilter.proxy.exchange.RouteMeter;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestCollectorTest {
    private final RouteMeters meters = new RouteMeters(1);
    private final RouteMeter first = meters.meter(Shop.prefix("a.test", "/", "web"));
    private final RouteMeter second = meters.meter(Shop.prefix("b.test", "/", "web"));

    @Test
    void requestsAreToldApartByHost() {
        touch();

        assertThat(series(true)).extracting(labels -> labels.get("host")).containsExactlyInAnyOrder("a.test", "b.test");
    }

    @Test
    void withoutHostsTheirRequestsAreAddedUp() {
        touch();

        assertThat(series(false)).hasSize(1).allMatch(labels -> !labels.contains("host"));
    }

    private void touch() {
        for (RouteMeter meter : List.of(first, second)) {
            assertThat(meter).isInstanceOfSatisfying(MeteredRoute.class, route -> route.series(0, "GET", 200));
        }
    }

    private List<Labels> series(boolean perHost) {
        MetricSnapshot requests =
                new RequestCollector(meters, Labels.EMPTY, perHost).collect().getFirst();
        return requests.getDataPoints().stream().map(point -> point.getLabels()).toList();
    }
}
