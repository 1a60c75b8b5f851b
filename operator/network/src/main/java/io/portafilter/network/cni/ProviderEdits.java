package io.portafilter.network.cni;

import io.portafilter.crds.net.Cidr;
import io.portafilter.crds.setup.CniSpec.Provider;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.TextEdit;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a spec changes of the ConfigMaps of flannel, Calico and Cilium; everything else in them stays as it is. */
public final class ProviderEdits {
    private static final String NET_CONF = "net-conf.json";

    private ProviderEdits() {}

    /**
     * An edit.
     *
     * @param key of the ConfigMap
     * @param wanted the text that is to stand there; nothing where it could not be edited
     * @param possible whether a running cluster survives it
     * @param reader who reads the text, and only when it starts
     * @param note what it means for what runs
     */
    public record Edit(String key, Optional<String> wanted, boolean possible, Reader reader, String note) {}

    /** Who reads a provider's ConfigMap. */
    public enum Reader {
        /** The DaemonSet that runs on every node. */
        DAEMON,
        /** The provider's own operator. */
        OPERATOR
    }

    /** The edits for a provider; those that change nothing are among them. */
    public static List<Edit> of(Provider provider, ClusterObject config, NetworkSetupSpec spec) {
        return switch (provider) {
            case FLANNEL -> flannel(config, spec);
            case CALICO -> calico(config, spec);
            case CILIUM -> cilium(config, spec);
            case BRIDGE, WEAVE, KUBE_ROUTER, CUSTOM, EXTERNAL -> List.of();
        };
    }

    private static List<Edit> flannel(ClusterObject config, NetworkSetupSpec spec) {
        Optional<String> text = config.data(NET_CONF);
        if (text.isEmpty()) {
            return List.of();
        }
        Tree net = TreeReader.value(text.get()).orElse(new Tree(List.of()));
        Optional<String> edited = text;
        edited = set(edited, List.of("Network"), net.text("Network"), range(spec, 4));
        edited = set(edited, List.of("IPv6Network"), net.text("IPv6Network"), range(spec, 6));
        edited = set(edited, List.of("Backend", "Type"), net.text("Backend", "Type"), backend(spec));
        if (spec.cni().mtu() > 0
                && !net.number("Backend", "MTU").equals(Optional.of(spec.cni().mtu()))) {
            edited = edited.flatMap(now ->
                    TextEdit.set(now, List.of("Backend", "MTU"), spec.cni().mtu()));
        }
        return List.of(new Edit(
                NET_CONF,
                edited,
                true,
                Reader.DAEMON,
                "flannel's DaemonSet is restarted: it reads this file when it starts"));
    }

    private static Optional<String> backend(NetworkSetupSpec spec) {
        return spec.cni().flannel().flatMap(flannel -> switch (flannel.backend()) {
            case VXLAN -> Optional.of("vxlan");
            case HOST_GW -> Optional.of("host-gw");
            case WIREGUARD -> Optional.of("wireguard");
            case OTHER -> Optional.empty();
        });
    }

    private static Optional<String> set(
            Optional<String> text, List<String> path, Optional<String> live, Optional<String> wanted) {
        return wanted.isEmpty() || live.isEmpty() || live.equals(wanted)
                ? text
                : text.flatMap(now -> TextEdit.set(now, path, wanted.get()));
    }

    private static Optional<String> range(NetworkSetupSpec spec, int family) {
        return spec.pods().cidrs().stream()
                .filter(text -> Cidr.parse(text)
                        .filter(range -> range.family() == family)
                        .isPresent())
                .findFirst();
    }

    private static List<Edit> calico(ClusterObject config, NetworkSetupSpec spec) {
        List<Edit> edits = new ArrayList<>();
        if (spec.cni().mtu() > 0 && config.data("veth_mtu").isPresent()) {
            edits.add(new Edit(
                    "veth_mtu",
                    Optional.of(Integer.toString(spec.cni().mtu())),
                    true,
                    Reader.DAEMON,
                    "calico-node's DaemonSet is restarted; pods that run keep their MTU"));
        }
        return edits;
    }

    private static List<Edit> cilium(ClusterObject config, NetworkSetupSpec spec) {
        List<Edit> edits = new ArrayList<>();
        Optional<String> live = config.data("cluster-pool-ipv4-cidr");
        boolean pool = config.data("ipam").equals(Optional.of("cluster-pool"));
        if (pool && live.isPresent()) {
            List<String> before = List.of(live.get().strip().split("\\s+"));
            List<String> wanted = spec.pods().cidrs().stream()
                    .filter(text -> !text.contains(":"))
                    .toList();
            if (!before.equals(wanted)) {
                boolean added = wanted.size() > before.size()
                        && wanted.subList(0, before.size()).equals(before);
                edits.add(new Edit(
                        "cluster-pool-ipv4-cidr",
                        Optional.of(String.join(" ", wanted)),
                        added,
                        Reader.OPERATOR,
                        added
                                ? "cilium-operator is restarted"
                                : "Cilium keeps the pools that it has: put new ones behind "
                                        + String.join(" ", before)));
            }
        }
        if (spec.cni().mtu() > 0) {
            edits.add(new Edit(
                    "mtu",
                    Optional.of(Integer.toString(spec.cni().mtu())),
                    true,
                    Reader.DAEMON,
                    "cilium's DaemonSet is restarted; pods that run keep their MTU"));
        }
        return edits;
    }
}
