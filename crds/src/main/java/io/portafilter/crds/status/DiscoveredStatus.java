package io.portafilter.crds.status;

import io.portafilter.crds.schema.Field;

/**
 * What the cluster says about its network.
 *
 * @param podCidrs the ranges of pods
 * @param serviceCidrs the ranges of Services
 * @param clusterDomain the domain of Services
 * @param dnsServiceIp the address that pods ask
 * @param kubeProxyMode what kube-proxy does
 * @param cni what connects pods
 * @param policyEngine who enforces NetworkPolicies
 * @param proposedSpec a whole manifest that can be applied
 */
public record DiscoveredStatus(
        @Field(value = "The ranges of pods.", name = "podCIDRs")
        FoundValues podCidrs,

        @Field(value = "The ranges of Services.", name = "serviceCIDRs")
        FoundValues serviceCidrs,

        @Field("The domain of Services.") FoundValue clusterDomain,

        @Field(value = "The address that pods ask.", name = "dnsServiceIP")
        FoundValue dnsServiceIp,

        @Field("What kube-proxy does.") FoundValue kubeProxyMode,
        @Field("What connects pods.") CniStatus cni,

        @Field("Who enforces NetworkPolicies: None, Unknown, or a name.")
        String policyEngine,

        @Field(
                value =
                        "A NetworkSetup that reproduces the cluster: applied, it plans no change. It keeps the mode and the approval of this one.",
                maxLength = 36864)
        String proposedSpec) {

    /**
     * What connects pods.
     *
     * @param provider its name
     */
    public record CniStatus(
            @Field("The provider: Flannel, Calico, Cilium, Weave, KubeRouter, or External for any other.")
            String provider) {}
}
