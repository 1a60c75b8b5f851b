package io.portafilter.network.rows;

import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.check.Conflict;
import io.portafilter.network.check.NetworkCheck;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import io.portafilter.network.exports.ClusterEdit;
import io.portafilter.network.exports.Exports;
import io.portafilter.network.observe.NodeReport;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.spec.Proposal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Clusters with something changed, and what is said about them. */
final class Worlds {
    private Worlds() {}

    static Cluster flannel() {
        return Exports.cluster("kubeadm-flannel");
    }

    /** With one object more, as a manifest writes it. */
    static Cluster with(Cluster cluster, String yaml) {
        Cluster changed = cluster;
        for (ClusterObject object : TreeReader.read("test", yaml).objects()) {
            changed = ClusterEdit.plus(changed, object);
        }
        return changed;
    }

    /** With another text in a ConfigMap. */
    static Cluster edited(Cluster cluster, String namespace, String name, String key, String from, String to) {
        ClusterObject config = cluster.configMap(namespace, name).orElseThrow();
        return ClusterEdit.withData(
                cluster, config, key, config.data(key).orElseThrow().replace(from, to));
    }

    /** With a report of node w1. */
    static Cluster reported(Cluster cluster, Map<String, String> data) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("metadata", Map.of("labels", Map.of(NodeReport.LABEL, "w1")));
        tree.put("data", data);
        ObjectId id = new ObjectId("ConfigMap", "portafilter-system", "portafilter-node-w1");
        return ClusterEdit.plus(cluster, new ClusterObject(id, new Tree(tree)));
    }

    static Observation seen(Cluster cluster) {
        return Observation.of(cluster);
    }

    static List<Conflict> conflicts(Cluster cluster) {
        Observation seen = Observation.of(cluster);
        return NetworkCheck.check(seen, Proposal.of(seen));
    }

    static List<String> ids(Cluster cluster) {
        return conflicts(cluster).stream()
                .map(conflict -> conflict.kind().id())
                .distinct()
                .toList();
    }

    /** The proposed spec with one value changed. */
    static NetworkSetupSpec spec(Cluster cluster, Object value, String... path) {
        Map<String, Object> tree = new LinkedHashMap<>(RecordWriter.tree(Proposal.of(Observation.of(cluster))));
        set(tree, List.of(path), value);
        return RecordReader.read(NetworkSetupSpec.class, tree, "spec").value();
    }

    @SuppressWarnings("unchecked") // we made the tree ourselves
    private static void set(Map<String, Object> tree, List<String> path, Object value) {
        if (path.size() == 1) {
            tree.put(path.getFirst(), value);
        } else {
            Object child = tree.get(path.getFirst());
            Map<String, Object> copy = new LinkedHashMap<>(child == null ? Map.of() : (Map<String, Object>) child);
            tree.put(path.getFirst(), copy);
            set(copy, path.subList(1, path.size()), value);
        }
    }
}
