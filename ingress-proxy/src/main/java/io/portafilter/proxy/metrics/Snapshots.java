package io.portafilter.proxy.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;

/**
 * Metrics of one value. Counters whose names the client library would bend (it ends every counter in {@code _total}, and holds
 * {@code x_total} and {@code x} for the same metric) are published without a type; queries do not see the difference.
 */
public final class Snapshots {
    private Snapshots() {}

    /** A value that goes up and down. */
    public static MetricSnapshot gauge(String name, String help, Number value, Labels labels) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .value(value.doubleValue())
                        .labels(labels)
                        .build())
                .build();
    }

    /** A value that only grows; it is published with {@code _total} at its end. */
    public static MetricSnapshot counter(String nameWithoutTotal, String help, Number value, Labels labels) {
        return CounterSnapshot.builder()
                .name(nameWithoutTotal)
                .help(help)
                .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .value(value.doubleValue())
                        .labels(labels)
                        .build())
                .build();
    }

    static UnknownSnapshot.UnknownDataPointSnapshot point(Number value, Labels labels) {
        return UnknownSnapshot.UnknownDataPointSnapshot.builder()
                .value(value.doubleValue())
                .labels(labels)
                .build();
    }

    static MetricSnapshot untyped(String name, String help, Number value, Labels labels) {
        return UnknownSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(point(value, labels))
                .build();
    }
}
