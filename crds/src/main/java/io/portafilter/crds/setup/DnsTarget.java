package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;

/**
 * The ConfigMap that holds the Corefile.
 *
 * @param namespace where it lies.
 * @param configMap its name.
 * @param key the key of the text.
 */
public record DnsTarget(
        @Field(value = "Where it lies.", preset = "kube-system", maxLength = 63)
        String namespace,

        @Field(value = "Its name.", preset = "coredns") String configMap,

        @Field(value = "The key of the text.", preset = "Corefile")
        String key) {}
