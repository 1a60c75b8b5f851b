package io.portafilter.network.cni;

import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** A single plugin's .conf as a .conflist that means the same, as libcni converts it. */
public final class UpConvert {
    private static final int WIDE = 1 << 20;

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
        DumpSettings json = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.FLOW)
                .setDefaultScalarStyle(ScalarStyle.JSON_SCALAR_STYLE)
                .setWidth(WIDE)
                .build();
        return new Dump(json).dumpToString(list);
    }
}
