package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import io.portafilter.crds.schema.Word;
import java.util.List;

/**
 * How a cluster's network is to be.
 *
 * @param mode what may be changed: nothing (Observe), nothing but a plan is made (Plan), what an approved plan says (Enforce).
 * @param approval who approves a plan.
 * @param rollout how a plan is carried out.
 * @param reservedCidrs networks around the cluster that it must not overlap; only conflicts are looked for.
 * @param pods where pods have their addresses.
 * @param services where Services have their addresses.
 * @param dns the cluster's DNS.
 * @param cni what connects pods.
 * @param kubeProxy what makes Services reachable on nodes.
 * @param policies networkPolicies that every namespace begins with.
 */
public record NetworkSetupSpec(
        @Field(
                value =
                        "What may be changed: nothing (Observe), nothing but a plan is made (Plan), what an approved plan says (Enforce).",
                preset = "Observe")
        Mode mode,

        @Field(value = "Who approves a plan.", preset = "{}")
        Approval approval,

        @Field(value = "How a plan is carried out.", preset = "{}")
        Rollout rollout,

        @Field(
                value = "Networks around the cluster that it must not overlap; only conflicts are looked for.",
                name = "reservedCIDRs",
                maxItems = 32)
        List<ReservedCidr> reservedCidrs,

        @Field("Where pods have their addresses.") PodNetwork pods,
        @Field("Where Services have their addresses.") ServiceNetwork services,
        @Field(value = "The cluster's DNS.", preset = "{}") DnsSpec dns,
        @Field(value = "What connects pods.", preset = "{}") CniSpec cni,

        @Field(value = "What makes Services reachable on nodes.", preset = "{}")
        KubeProxySpec kubeProxy,

        @Field(value = "NetworkPolicies that every namespace begins with.", preset = "{}")
        PolicySpec policies) {
    /** Copies the lists. */
    public NetworkSetupSpec {
        reservedCidrs = List.copyOf(reservedCidrs);
    }

    /** What may be changed. */
    public enum Mode implements Word {
        /** Nothing. */
        OBSERVE("Observe"),
        /** Nothing, but a plan is made. */
        PLAN("Plan"),
        /** What an approved plan says. */
        ENFORCE("Enforce");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
