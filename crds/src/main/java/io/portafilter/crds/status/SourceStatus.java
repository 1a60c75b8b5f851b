package io.portafilter.crds.status;

import io.portafilter.crds.schema.Field;

/**
 * What one source says.
 *
 * @param from object and field
 * @param value as it stands there
 */
public record SourceStatus(
        @Field(
                value = "Object and field, such as ConfigMap kube-system/kubeadm-config networking.podSubnet.",
                maxLength = 512)
        String from,

        @Field(value = "The value, as it stands there.", maxLength = 512)
        String value) {}
