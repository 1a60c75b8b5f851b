package io.portafilter.network.spec;

import io.portafilter.crds.Definition;
import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.crds.schema.YamlText;
import io.portafilter.crds.setup.KubeProxySpec.Management;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.observe.Observation;
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

    private static Map<String, Object> tree(Map<String, Object> spec) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", Definition.GROUP + "/" + Definition.VERSION);
        tree.put("kind", Definition.KIND);
        tree.put("metadata", Map.of("name", "cluster"));
        tree.put("spec", spec);
        return tree;
    }

    /** The manifest of a spec, as YAML; what it does not say is as the API has it by default. */
    public static String text(NetworkSetupSpec spec) {
        return YamlText.of(tree(RecordWriter.tree(spec)));
    }

    /**
     * The manifest of a spec, as YAML that says everything: {@code kubectl apply} leaves what somebody patched into an object, unless
     * the manifest says something else.
     */
    public static String fullText(NetworkSetupSpec spec) {
        return YamlText.of(tree(RecordWriter.full(spec)));
    }

    /**
     * A cluster's proposed spec with what only people know from the present one: mode, approval, reserved ranges and the like. What of
     * kube-proxy the present one says, this one says too, as it is.
     */
    public static NetworkSetupSpec keeping(NetworkSetupSpec proposed, NetworkSetupSpec present, Observation seen) {
        Map<String, Object> from = RecordWriter.tree(present);
        Map<String, Object> into = RecordWriter.tree(proposed);
        KEPT.forEach(path -> keep(from, into, path));
        if (proposed.kubeProxy().management() == Management.MANAGED) {
            Map<String, Object> proxy = copy(into.getOrDefault("kubeProxy", Map.of()));
            proxy.putAll(ProxyWords.live(seen.proxy(), present.kubeProxy()));
            into.put("kubeProxy", proxy);
        }
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
