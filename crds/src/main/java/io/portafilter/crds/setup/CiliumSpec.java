package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;

/**
 * What cilium-config says.
 *
 * @param kubeProxyReplacement whether Cilium does kube-proxy's work; only compared.
 */
public record CiliumSpec(
        @Field(value = "Whether Cilium does kube-proxy's work; only compared.", preset = "false")
        boolean kubeProxyReplacement) {}
