package io.portafilter.network.plan;

import io.portafilter.crds.setup.KubeProxySpec;
import io.portafilter.crds.setup.KubeProxySpec.Management;
import io.portafilter.crds.setup.KubeProxySpec.Mode;
import io.portafilter.crds.setup.KubeProxySpec.Restart;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.crds.setup.PodNetwork.Allocation;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.kubeproxy.ProxyConfig;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.observe.ProxyView;
import java.util.List;
import java.util.Optional;

/** kube-proxy's configuration, and the restart without which it would not be read. */
final class ProxyPlan {
    /** The minor version of Kubernetes from which the mode nftables is on by default. */
    private static final int NFTABLES = 31;

    private final Observation seen;
    private final NetworkSetupSpec spec;
    private final ProxyView proxy;

    ProxyPlan(Observation seen, NetworkSetupSpec spec) {
        this.seen = seen;
        this.spec = spec;
        this.proxy = seen.proxy();
    }

    void changes(List<Change> changes, List<String> refusals) {
        KubeProxySpec wish = spec.kubeProxy();
        if (wish.management() != Management.MANAGED
                || proxy.configMap().isEmpty()
                || proxy.text().isEmpty()) {
            return;
        }
        if (wish.mode().equals(Optional.of(Mode.NFTABLES))
                && seen.nodes().stream().anyMatch(node -> node.isOlderThan(NFTABLES))) {
            refusals.add("spec.kubeProxy.mode: NFTables needs Kubernetes 1." + NFTABLES
                    + " on every node; upgrade them, or write IPTables");
            return;
        }
        String live = proxy.text().get();
        Optional<String> wanted = ProxyConfig.edit(live, wish, clusterCidr());
        if (wanted.isEmpty()) {
            refusals.add(proxy.configMap().get() + " " + proxy.key()
                    + ": it cannot be edited without touching the rest of it; change it by hand, or set"
                    + " spec.kubeProxy.management: Unmanaged");
            return;
        }
        if (!wanted.get().equals(live)) {
            Change config = config(proxy.configMap().get(), live, wanted.get());
            changes.add(config);
            if (wish.restart() == Restart.ROLLING) {
                changes.add(RestartChange.of(
                        seen,
                        proxy.workload().orElse(new ObjectId("DaemonSet", "kube-system", "kube-proxy")),
                        List.of(wanted.get()),
                        proxy.effectiveMode().equals(ProxyConfig.mode(wanted.get()))
                                ? Risk.PROXY_RESTART
                                : Risk.PROXY_MODE,
                        config.drift()));
            }
        }
    }

    /** The pod ranges, where the cluster's own and not a provider's pools, and only where kube-proxy was told some before. */
    private Optional<String> clusterCidr() {
        return proxy.clusterCidr()
                .filter(before -> spec.pods().allocation() != Allocation.PROVIDER
                        && !spec.pods().cidrs().isEmpty())
                .map(before -> String.join(",", spec.pods().cidrs()));
    }

    private Change config(ObjectId object, String live, String wanted) {
        Optional<ClusterObject> config = seen.cluster().configMap(object.namespace(), object.name());
        return new Change(
                object,
                proxy.key(),
                live,
                wanted,
                Risk.NONE,
                Feasibility.APPLY,
                Drift.of(config.flatMap(found -> LastWritten.of(found, proxy.key())), live, wanted),
                "the text is read back and differs in nothing but what the spec says",
                "the ConfigMap has the text",
                "the ConfigMap as it was",
                List.of());
    }
}
