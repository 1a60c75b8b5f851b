package io.portafilter.proxy.daemon;

import io.portafilter.proxy.metrics.MetricLabels;
import io.portafilter.proxy.metrics.MetricOptions;
import java.util.Map;
import picocli.CommandLine.Option;

/** What metrics tell; ingress-nginx's names and defaults (behaviour §20, §21). */
final class MetricsFlags {
    @Option(
            names = "--enable-metrics",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Whether the port for probes has /metrics; default: ${DEFAULT-VALUE}")
    private boolean enabled;

    @Option(
            names = "--metrics-per-host",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Whether requests are told apart by host; default: ${DEFAULT-VALUE}")
    private boolean perHost = true;

    @Option(
            names = "--controller-class",
            paramLabel = "NAME",
            description = "The label controller_class of every metric; default: ${DEFAULT-VALUE}")
    private String controllerClass = "k8s.io/ingress-nginx";

    MetricOptions options() {
        return new MetricOptions(enabled, perHost);
    }

    /** Namespace and pod are in ingress-nginx's environment variables. */
    MetricLabels labels(Map<String, String> environment) {
        return new MetricLabels(
                environment.getOrDefault("POD_NAMESPACE", ""),
                controllerClass,
                environment.getOrDefault("POD_NAME", ""));
    }
}
