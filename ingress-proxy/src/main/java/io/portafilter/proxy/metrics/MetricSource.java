package io.portafilter.proxy.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;

/** Metrics of something that only whoever started the proxy knows; asked at each scrape, by any thread. */
@FunctionalInterface
public interface MetricSource {
    /**
     * The values of this moment.
     *
     * @param constant labels that every metric carries
     */
    List<MetricSnapshot> collect(Labels constant);
}
