package io.portafilter.network.spec;

import io.portafilter.crds.Definition;
import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.crds.schema.YamlText;
import io.portafilter.crds.setup.NetworkSetupSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** NetworkSetups that can be applied. */
public final class SetupManifest {
    /** What no cluster says, so that nobody can propose it. */
    private static final List<List<String>> KEPT = List.of(
            List.of("mode"),
            List.of("approval"),
            List.of("rollout"),
            List.of("reservedCIDRs"),
            List.of("policies"),
            List.of("dns", "nodeLocalCache"),
            List.of("kubeProxy", "restart"));

    private SetupManifest() {}

    /** The manifest of a spec, as a tree. */
    public static Map<String, Object> tree(NetworkSetupSpec spec) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", Definition.GROUP + "/" + Definition.VERSION);
        tree.put("kind", Definition.KIND);
        tree.put("metadata", Map.of("name", "cluster"));
        tree.put("spec", RecordWriter.tree(spec));
        return tree;
    }

    /** The manifest of a spec, as YAML. */
    public static String text(NetworkSetupSpec spec) {
        return YamlText.of(tree(spec));
    }

    /** A proposed spec with what only people know from the present one: mode, approval, reserved ranges and the like. */
    public static NetworkSetupSpec keeping(NetworkSetupSpec proposed, NetworkSetupSpec present) {
        Map<String, Object> from = RecordWriter.tree(present);
        Map<String, Object> into = RecordWriter.tree(proposed);
        KEPT.forEach(path -> keep(from, into, path));
        return RecordReader.read(NetworkSetupSpec.class, into, "spec").value();
    }

    private static void keep(Map<String, Object> from, Map<String, Object> into, List<String> path) {
        String key = path.getFirst();
        Object kept = from.get(key);
        if (kept == null) {
            return;
        }
        if (path.size() == 1) {
            into.put(key, kept);
        } else {
            Map<String, Object> deeper = copy(into.getOrDefault(key, Map.of()));
            keep(copy(kept), deeper, path.subList(1, path.size()));
            into.put(key, deeper);
        }
    }

    private static Map<String, Object> copy(Object tree) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }
}
