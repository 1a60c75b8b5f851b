package io.portafilter.network.cni;

import io.portafilter.crds.schema.JsonText;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A single plugin's .conf as a .conflist that means the same, as libcni converts it. */
public final class UpConvert {
    private UpConvert() {}

    /** The list as JSON; nothing where the text is no object. */
    public static Optional<String> list(String conf) {
        return TreeReader.value(conf)
                .map(Tree::value)
                .filter(Map.class::isInstance)
                .map(tree -> json((Map<?, ?>) tree));
    }

    private static String json(Map<?, ?> conf) {
        Map<String, Object> plugin = new LinkedHashMap<>();
        conf.forEach((key, value) -> {
            if (value != null) {
                plugin.put(String.valueOf(key), value);
            }
        });
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("cniVersion", Optional.ofNullable(plugin.remove("cniVersion")).orElse("0.1.0"));
        list.put("name", Optional.ofNullable(plugin.remove("name")).orElse(""));
        list.put("plugins", List.of(plugin));
        return JsonText.of(list);
    }
}
