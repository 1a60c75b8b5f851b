package io.portafilter.network.check;

import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.exports.ClusterEdit;
import io.portafilter.network.exports.Exports;
import io.portafilter.network.observe.NodeReport;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.spec.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Clusters with one thing wrong, and what must be said about each. */
final class Mutations {
    /**
     * A cluster with one thing wrong.
     *
     * @param name what is wrong
     * @param conflicts the ids of exactly the conflicts that follow
     */
    record Mutation(String name, Cluster cluster, Set<String> conflicts) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final Cluster FLANNEL = Exports.cluster("kubeadm-flannel");
    static final String CONFLIST = """
            {"cniVersion":"1.0.0","name":"cbr0","plugins":[
              {"type":"flannel","delegate":{"hairpinMode":true}},{"type":"portmap","capabilities":{"portMappings":true}}]}""";

    private final List<Mutation> all = new ArrayList<>();

    private Mutations() {}

    static List<Mutation> all() {
        Mutations mutations = new Mutations();
        RangeMutations.add(mutations);
        ClusterMutations.add(mutations);
        DnsMutations.add(mutations);
        return mutations.all;
    }

    /** What the cluster itself proposes. */
    static NetworkSetupSpec spec(Observation seen) {
        return Proposal.of(seen);
    }

    void add(String name, Cluster cluster, String... conflicts) {
        all.add(new Mutation(name, cluster, new TreeSet<>(List.of(conflicts))));
    }

    void text(String name, Cluster cluster, String config, String key, String from, String to, String... conflicts) {
        ClusterObject object = named(cluster, "ConfigMap", config);
        String before = object.data(key).orElseThrow();
        if (!before.contains(from)) {
            throw new IllegalStateException(name + ": " + config + " does not hold " + from);
        }
        add(name, ClusterEdit.withData(cluster, object, key, before.replace(from, to)), conflicts);
    }

    void edit(
            String name,
            Cluster cluster,
            String kind,
            String object,
            List<String> path,
            Object value,
            String... conflicts) {
        add(name, ClusterEdit.with(cluster, named(cluster, kind, object), path, value), conflicts);
    }

    void flag(String name, String pod, String from, String to, String... conflicts) {
        ClusterObject object = named(FLANNEL, "Pod", pod);
        List<String> command =
                object.tree().items("spec", "containers").getFirst().texts("command");
        int at = command.indexOf(from);
        edit(
                name,
                FLANNEL,
                "Pod",
                pod,
                List.of("spec", "containers", "0", "command", Integer.toString(at)),
                to,
                conflicts);
    }

    void report(String name, Map<String, String> data, String... conflicts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("metadata", Map.of("labels", Map.of(NodeReport.LABEL, "w1")));
        tree.put("data", data);
        ObjectId id = new ObjectId("ConfigMap", "portafilter-system", "portafilter-node-w1");
        add(name, ClusterEdit.plus(FLANNEL, new ClusterObject(id, new Tree(tree))), conflicts);
    }

    static String resolvConf(String nameserver) {
        return "search kube-system.svc.cluster.local svc.cluster.local cluster.local\nnameserver " + nameserver
                + "\noptions ndots:5\n";
    }

    static ClusterObject named(Cluster cluster, String kind, String name) {
        return cluster.all(kind).stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Cluster without(Cluster cluster, String kind, String name) {
        return cluster.all(kind).stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .map(object -> ClusterEdit.minus(cluster, object))
                .orElse(cluster);
    }

    static ClusterObject object(String kind, String namespace, String name, Map<String, Object> spec) {
        return new ClusterObject(new ObjectId(kind, namespace, name), new Tree(Map.of("spec", spec)));
    }

    static ClusterObject pod(String name, String node) {
        return object("Pod", "apps", name, Map.of("nodeName", node));
    }

    static ClusterObject node(String name, String range, String address) {
        return new ClusterObject(
                new ObjectId("Node", "", name),
                new Tree(Map.of(
                        "spec", Map.of("podCIDRs", List.of(range)),
                        "status", Map.of("addresses", List.of(Map.of("type", "InternalIP", "address", address))))));
    }

    static Map<String, String> replaced(String export, String from, String to) {
        Map<String, String> files = new TreeMap<>(Exports.files(export));
        files.replaceAll((name, text) -> text.replace(from, to));
        return files;
    }
}
