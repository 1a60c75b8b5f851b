package io.portafilter.controller.admin;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import java.util.Map;

/**
 * Metrics from numbers that are kept elsewhere. Counters under ingress-nginx's names have no type: the client library ends the name of
 * a typed counter in {@code _total}, which dashboards do not expect.
 */
final class Samples {
    private Samples() {}

    static MetricSnapshot gauge(String name, String help, Map<Labels, ? extends Number> values) {
        GaugeSnapshot.Builder builder = GaugeSnapshot.builder().name(name).help(help);
        values.forEach((labels, value) -> builder.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(labels)
                .value(value.doubleValue())
                .build()));
        return builder.build();
    }

    static MetricSnapshot counter(String name, String help, Map<Labels, ? extends Number> values) {
        UnknownSnapshot.Builder builder = UnknownSnapshot.builder().name(name).help(help);
        values.forEach((labels, value) -> builder.dataPoint(UnknownSnapshot.UnknownDataPointSnapshot.builder()
                .labels(labels)
                .value(value.doubleValue())
                .build()));
        return builder.build();
    }
}
