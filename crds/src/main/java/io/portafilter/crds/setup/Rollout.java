package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;

/**
 * How a plan is carried out.
 *
 * @param backupLimit how many earlier states are kept to go back to.
 * @param maxUnavailableDns how many replicas of the DNS may be away at a time.
 * @param rollbackOnProbeFailure whether the previous state comes back when the new one does not answer.
 * @param probeTimeoutSeconds how long replicas have to show the new state; a kubelet takes up to two minutes to hand out a ConfigMap.
 */
public record Rollout(
        @Field(value = "How many earlier states are kept to go back to.", preset = "10", min = 1, max = 100)
        int backupLimit,

        @Field(
                value = "How many replicas of the DNS may be away at a time.",
                name = "maxUnavailableDNS",
                preset = "1",
                min = 1,
                max = 100)
        int maxUnavailableDns,

        @Field(value = "Whether the previous state comes back when the new one does not answer.", preset = "true")
        boolean rollbackOnProbeFailure,

        @Field(
                value =
                        "How long replicas have to show the new state; a kubelet takes up to two minutes to hand out a ConfigMap.",
                preset = "150",
                min = 10,
                max = 3600)
        int probeTimeoutSeconds) {}
