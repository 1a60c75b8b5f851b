package io.portafilter.proxy.metrics;

/**
 * What is told by metrics, and to whom.
 *
 * @param served whether the admin port has {@code /metrics}
 * @param perHost whether requests are told apart by host
 */
public record MetricOptions(boolean served, boolean perHost) {
    /** Everything. */
    public static final MetricOptions DEFAULT = new MetricOptions(true, true);
}
