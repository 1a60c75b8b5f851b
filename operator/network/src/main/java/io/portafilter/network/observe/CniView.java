package io.portafilter.network.observe;

import io.portafilter.crds.setup.CniSpec.Provider;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What connects pods.
 *
 * @param provider who we take it for
 * @param evidence why: the DaemonSets and ConfigMaps that speak of it
 * @param enforcesPolicies whether it is known to enforce NetworkPolicies
 * @param usesNodeRanges whether it takes pods' addresses from Node.spec.podCIDRs
 */
public record CniView(Provider provider, List<ObjectId> evidence, boolean enforcesPolicies, boolean usesNodeRanges) {
    private record Sign(String workload, Provider provider, boolean policies, boolean nodeRanges) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign("calico-node", Provider.CALICO, true, false),
            new Sign("canal", Provider.FLANNEL, true, true),
            new Sign("rke2-canal", Provider.FLANNEL, true, true),
            new Sign("cilium", Provider.CILIUM, true, false),
            new Sign("weave-net", Provider.WEAVE, true, false),
            new Sign("kube-router", Provider.KUBE_ROUTER, true, true),
            new Sign("kube-flannel-ds", Provider.FLANNEL, false, true),
            new Sign("kube-flannel", Provider.FLANNEL, false, true),
            new Sign("aws-node", Provider.EXTERNAL, true, false),
            new Sign("azure-cns", Provider.EXTERNAL, true, false),
            new Sign("ovnkube-node", Provider.EXTERNAL, true, false),
            new Sign("ovs", Provider.EXTERNAL, true, false),
            new Sign("kindnet", Provider.EXTERNAL, false, true));

    /** Copies the list. */
    public CniView {
        evidence = List.copyOf(evidence);
    }

    static CniView of(Cluster cluster) {
        List<ClusterObject> daemons = cluster.all("DaemonSet");
        for (Sign sign : SIGNS) {
            Optional<ClusterObject> daemon = daemons.stream()
                    .filter(object -> object.name().equals(sign.workload))
                    .findFirst();
            if (daemon.isPresent()) {
                boolean ownPools =
                        sign.provider == Provider.CILIUM && ipam(cluster).equals(Optional.of("kubernetes"));
                List<ObjectId> evidence = Stream.concat(daemon.stream(), config(cluster, sign.provider).stream())
                        .map(ClusterObject::id)
                        .toList();
                return new CniView(sign.provider, evidence, sign.policies, sign.nodeRanges || ownPools);
            }
        }
        return new CniView(Provider.EXTERNAL, List.of(), false, false);
    }

    private static Optional<String> ipam(Cluster cluster) {
        return config(cluster, Provider.CILIUM).flatMap(config -> config.data("ipam"));
    }

    /** The ConfigMap of a provider. */
    public static Optional<ClusterObject> config(Cluster cluster, Provider provider) {
        String name = switch (provider) {
            case FLANNEL -> "kube-flannel-cfg";
            case CALICO -> "calico-config";
            case CILIUM -> "cilium-config";
            case BRIDGE, WEAVE, KUBE_ROUTER, CUSTOM, EXTERNAL -> "";
        };
        return cluster.all("ConfigMap").stream()
                .filter(config -> config.name().equals(name))
                .findFirst();
    }
}
