package io.portafilter.e2e.cluster.network;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.portafilter.e2e.cluster.Cluster;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The ConfigMaps of the cluster's network as they were; they are so again in the end, and so are those who read them. */
final class Configs implements AutoCloseable {
    private static final String SYSTEM = "kube-system";
    private static final List<String> NAMES = List.of("coredns", "kube-proxy", "kubeadm-config", "kubelet-config");

    private final Cluster cluster;
    private final Map<String, ConfigMap> before = new TreeMap<>();

    private Configs(Cluster cluster) {
        this.cluster = cluster;
        for (String name : NAMES) {
            before.put(name, live(name));
        }
    }

    static Configs of(Cluster cluster) {
        return new Configs(cluster);
    }

    /** The Corefile now. */
    String corefile() {
        return text("coredns", "Corefile");
    }

    /** Writes a Corefile as somebody does who knows nothing of NetworkSetup. */
    void corefile(String text) {
        set("coredns", "Corefile", text);
    }

    /** A value of a ConfigMap now. */
    String text(String name, String key) {
        return Objects.requireNonNull(live(name).getData().get(key), key);
    }

    /** The versions of these ConfigMaps: they change with every write. */
    Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        NAMES.forEach(name -> versions.put(name, live(name).getMetadata().getResourceVersion()));
        return versions;
    }

    private void set(String name, String key, String text) {
        cluster.client().configMaps().inNamespace(SYSTEM).withName(name).edit(live -> {
            live.getData().put(key, text);
            return live;
        });
    }

    private ConfigMap live(String name) {
        return cluster.client().configMaps().inNamespace(SYSTEM).withName(name).require();
    }

    @Override
    public void close() {
        before.forEach((name, config) -> {
            if (!live(name).getData().equals(config.getData())) {
                cluster.client().configMaps().inNamespace(SYSTEM).withName(name).edit(live -> {
                    live.setData(config.getData());
                    live.getMetadata().setAnnotations(config.getMetadata().getAnnotations());
                    return live;
                });
                switch (name) {
                    case "coredns" -> cluster.restart(SYSTEM, "coredns");
                    case "kube-proxy" -> new Daemons(cluster).restart(SYSTEM, "kube-proxy");
                    default -> {}
                }
            }
        });
    }
}
