package io.portafilter.network.corefile.compare;

import io.portafilter.network.corefile.form.ServerKey;
import io.portafilter.network.corefile.parse.Corefile;
import io.portafilter.network.corefile.parse.ServerBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a Corefile means, as far as words can say it. Two that are equal make CoreDNS do the same.
 *
 * @param blocks by their normal keys; the lines of each plugin by its name. Several blocks with the same keys lie in a list
 * @param imports files that are imported between server blocks, sorted
 */
public record Meaning(SortedMap<String, List<SortedMap<String, List<List<String>>>>> blocks, List<String> imports) {
    /** The meaning of a text that was parsed. */
    public static Meaning of(Corefile corefile) {
        SortedMap<String, List<SortedMap<String, List<List<String>>>>> blocks = new TreeMap<>();
        for (ServerBlock block : corefile.blocks()) {
            blocks.computeIfAbsent(key(block), key -> new ArrayList<>()).add(plugins(block));
        }
        return new Meaning(
                blocks,
                corefile.imports().stream()
                        .map(Corefile.FileImport::pattern)
                        .sorted()
                        .toList());
    }

    /** The keys of a block in their order, normal; one that cannot be read stays as it is written. */
    public static String key(ServerBlock block) {
        List<String> keys = new ArrayList<>();
        for (String key : block.keys()) {
            List<ServerKey> parsed = ServerKey.parse(key).keys();
            keys.add(
                    parsed.isEmpty()
                            ? key
                            : String.join(
                                    " ",
                                    parsed.stream().map(ServerKey::toString).toList()));
        }
        return String.join(" ", keys);
    }

    /** The lines of each plugin of a block. */
    public static SortedMap<String, List<List<String>>> plugins(ServerBlock block) {
        SortedMap<String, List<List<String>>> plugins = new TreeMap<>();
        for (Map.Entry<String, List<List<String>>> plugin :
                PluginLines.of(block).entrySet()) {
            if (!plugin.getValue().isEmpty()) {
                plugins.put(plugin.getKey(), plugin.getValue());
            }
        }
        return plugins;
    }
}
