package io.portafilter.proxy.daemon;

import io.portafilter.proxy.metrics.MetricLabels;
import io.portafilter.proxy.metrics.MetricOptions;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What metrics tell; ingress-nginx's names and defaults (behaviour §20, §21). */
final class MetricsFlags {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

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

    @Option(
            names = "--metrics-per-undefined-host",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Only false: requests for hosts that no Ingress names are not counted by host")
    void perUndefinedHost(boolean wanted) {
        if (wanted) {
            throw new ParameterException(
                    command.commandLine(),
                    "--metrics-per-undefined-host=true is not supported: a stranger could make any number of series");
        }
    }

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
