package io.portafilter.proxy.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up the requests of all event loops, by route, method and status. */
final class RequestCollector {
    private static final String PREFIX = "nginx_ingress_controller_";

    private final RouteMeters routes;
    private final Labels constant;
    private final boolean perHost;

    RequestCollector(RouteMeters routes, Labels constant, boolean perHost) {
        this.routes = routes;
        this.constant = constant;
        this.perHost = perHost;
    }

    private record Row(String method, int status) {}

    List<MetricSnapshot> collect() {
        Map<Labels, long[]> rows = new LinkedHashMap<>();
        routes.all().forEach(route -> addRows(route, rows));
        List<MetricSnapshot> snapshots = new ArrayList<>();
        snapshots.add(requests(rows));
        for (Distribution distribution : Distribution.ALL) {
            snapshots.add(histogram(distribution, rows));
        }
        return snapshots;
    }

    private void addRows(MeteredRoute route, Map<Labels, long[]> rows) {
        Map<Row, long[]> sums = new LinkedHashMap<>();
        route.series()
                .forEach(series -> series.addTo(
                        sums.computeIfAbsent(new Row(series.method(), series.status()), row -> Series.zero())));
        sums.forEach((row, numbers) -> rows.merge(labels(route.labels(), row), numbers, Series::sum));
    }

    private Labels labels(RouteLabels route, Row row) {
        Labels labels = constant.merge(Labels.of(
                "canary", "",
                "ingress", route.ingress(),
                "method", row.method(),
                "namespace", route.namespace(),
                "path", route.path(),
                "service", route.service(),
                "status", Integer.toString(row.status())));
        return perHost ? labels.merge(Labels.of("host", route.host())) : labels;
    }

    private static MetricSnapshot requests(Map<Labels, long[]> rows) {
        UnknownSnapshot.Builder builder =
                UnknownSnapshot.builder().name(PREFIX + "requests").help("The total number of client requests");
        rows.forEach((labels, sums) -> builder.dataPoint(Snapshots.point(Series.requests(sums), labels)));
        return builder.build();
    }

    private static MetricSnapshot histogram(Distribution distribution, Map<Labels, long[]> rows) {
        HistogramSnapshot.Builder builder =
                HistogramSnapshot.builder().name(PREFIX + distribution.label()).help(distribution.help());
        rows.forEach((labels, sums) -> builder.dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(
                        ClassicHistogramBuckets.of(distribution.upperBounds(), distribution.buckets(sums)))
                .sum(distribution.sum(sums))
                .labels(labels)
                .build()));
        return builder.build();
    }
}
