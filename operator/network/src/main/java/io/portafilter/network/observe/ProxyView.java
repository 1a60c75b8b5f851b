package io.portafilter.network.observe;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import io.portafilter.network.kubeproxy.ProxyLog;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * kube-proxy.
 *
 * @param configMap where its configuration stands
 * @param key under which key
 * @param text the configuration
 * @param workload what runs it
 * @param mode what it is told to do, as it is written; empty is its default, iptables
 * @param clusterCidr which addresses it takes for pods
 * @param loggedMode what its log says that it does
 */
public record ProxyView(
        Optional<ObjectId> configMap,
        String key,
        Optional<String> text,
        Optional<ObjectId> workload,
        Optional<String> mode,
        Optional<String> clusterCidr,
        Optional<String> loggedMode) {
    private static final String SYSTEM = "kube-system";
    private static final String DEFAULT_MODE = "iptables";

    static ProxyView of(Cluster cluster) {
        Optional<ClusterObject> config = Stream.of("kube-proxy", "kube-proxy-config")
                .flatMap(name -> cluster.configMap(SYSTEM, name).stream())
                .findFirst();
        String key = config.filter(object -> object.data("config").isPresent()).isPresent() ? "config" : "config.conf";
        Optional<String> text = config.flatMap(object -> object.data(key));
        Optional<Tree> content = text.flatMap(TreeReader::value);
        Optional<ClusterObject> workload = cluster.get("DaemonSet", SYSTEM, "kube-proxy");
        Optional<Arguments> arguments = workload.map(Arguments::of);
        return new ProxyView(
                config.map(ClusterObject::id),
                key,
                text,
                workload.map(ClusterObject::id),
                content.map(tree -> tree.textOrEmpty("mode"))
                        .or(() -> arguments.flatMap(found -> found.flag("proxy-mode"))),
                content.flatMap(tree -> tree.text("clusterCIDR"))
                        .or(() -> arguments.flatMap(found -> found.flag("cluster-cidr")))
                        .filter(range -> !range.isEmpty()),
                cluster.logs().entrySet().stream()
                        .filter(log -> log.getKey().contains("kube-proxy"))
                        .flatMap(log -> ProxyLog.mode(log.getValue()).stream())
                        .findFirst());
    }

    /** Whether there is one at all. */
    public boolean isThere() {
        return configMap.isPresent() || workload.isPresent();
    }

    /** What it does: what it is told, or its default. */
    public Optional<String> effectiveMode() {
        return mode.map(told -> told.isEmpty() ? DEFAULT_MODE : told).or(() -> loggedMode);
    }

    void read(Readings readings) {
        String object = configMap.or(() -> workload).map(ObjectId::toString).orElse("");
        readings.add(Topic.POD_RANGES, clusterCidr, object, "clusterCIDR");
        readings.add(Topic.PROXY_MODE, mode.map(told -> told.isEmpty() ? DEFAULT_MODE : told), object, "mode");
        readings.add(Topic.PROXY_MODE, loggedMode, "log kube-proxy", "");
    }
}
