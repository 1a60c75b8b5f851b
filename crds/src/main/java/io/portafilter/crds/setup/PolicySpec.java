package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import java.util.List;

/**
 * NetworkPolicies that every namespace begins with.
 *
 * @param enabled whether they are made.
 * @param exemptNamespaces namespaces without; kube-system and our own are always among them.
 * @param denyIngress whether pods take nothing that is not allowed.
 * @param denyEgress whether pods reach nothing that is not allowed.
 * @param allowDns whether pods reach the DNS.
 * @param allowSameNamespace whether pods reach others of their namespace.
 */
public record PolicySpec(
        @Field(value = "Whether they are made.", preset = "false")
        boolean enabled,

        @Field(
                value = "Namespaces without; kube-system and our own are always among them.",
                maxItems = 64,
                maxLength = 63)
        List<String> exemptNamespaces,

        @Field(value = "Whether pods take nothing that is not allowed.", preset = "true")
        boolean denyIngress,

        @Field(value = "Whether pods reach nothing that is not allowed.", preset = "false")
        boolean denyEgress,

        @Field(value = "Whether pods reach the DNS.", name = "allowDNS", preset = "true")
        boolean allowDns,

        @Field(value = "Whether pods reach others of their namespace.", preset = "true")
        boolean allowSameNamespace) {
    /** Copies the lists. */
    public PolicySpec {
        exemptNamespaces = List.copyOf(exemptNamespaces);
    }
}
