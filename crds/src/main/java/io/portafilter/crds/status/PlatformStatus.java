package io.portafilter.crds.status;

import io.portafilter.crds.schema.Field;
import java.util.Optional;

/**
 * Who made the cluster, and of what it is.
 *
 * @param distribution kubeadm, k3s, RKE2, EKS, AKS, GKE, OpenShift or unknown
 * @param kubernetes the kubelets' versions; several are divided by commas
 * @param coredns the version of CoreDNS, where its image says it
 * @param runtime the container runtimes; several are divided by commas
 */
public record PlatformStatus(
        @Field("Who made the cluster: kubeadm, k3s, RKE2, EKS, AKS, GKE, OpenShift or unknown.")
        String distribution,

        @Field("The kubelets' versions; several are divided by commas.")
        Optional<String> kubernetes,

        @Field("The version of CoreDNS, where its image says it.")
        Optional<String> coredns,

        @Field("The container runtimes; several are divided by commas.")
        Optional<String> runtime) {}
