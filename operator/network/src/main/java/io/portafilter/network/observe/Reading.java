package io.portafilter.network.observe;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * What one source says about a topic.
 *
 * @param topic what it is about
 * @param value as the source has it; several values are divided by commas
 * @param object where it stands, such as {@code ConfigMap kube-system/kubeadm-config}
 * @param field where there, such as {@code networking.podSubnet}
 */
public record Reading(Topic topic, String value, String object, String field) {
    /** The single values. */
    public List<String> values() {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    /** Object and field, for people. */
    public String source() {
        return object + (field.isEmpty() ? "" : " " + field);
    }
}
