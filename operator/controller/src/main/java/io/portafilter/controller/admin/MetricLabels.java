package io.portafilter.controller.admin;

import io.prometheus.metrics.model.snapshots.Labels;

/**
 * What every metric of this operator carries (behaviour §20).
 *
 * @param namespace {@code controller_namespace}: where it runs
 * @param controllerClass {@code controller_class}: {@code --controller-class}
 * @param pod {@code controller_pod}: its name
 */
public record MetricLabels(String namespace, String controllerClass, String pod) {
    Labels labels() {
        return Labels.of("controller_class", controllerClass, "controller_namespace", namespace, "controller_pod", pod);
    }
}
