package io.portafilter.proxy.metrics;

import io.prometheus.metrics.model.snapshots.Labels;

/**
 * The labels that every metric of this proxy carries.
 *
 * @param namespace {@code controller_namespace}: where the proxy runs
 * @param ingressClass {@code controller_class}: for example {@code k8s.io/ingress-nginx}
 * @param pod {@code controller_pod}: its name
 */
public record MetricLabels(String namespace, String ingressClass, String pod) {
    /** For a proxy that runs in no cluster. */
    public static final MetricLabels NONE = new MetricLabels("", "", "");

    Labels labels() {
        return Labels.of("controller_class", ingressClass, "controller_namespace", namespace, "controller_pod", pod);
    }
}
