package io.portafilter.network.corefile.compare;

import java.util.List;

/**
 * One thing in which two Corefiles differ.
 *
 * @param block the keys of the server block, normal; empty for imports between blocks
 * @param plugin the plugin; empty where the whole block is new or gone
 * @param before its lines in the first
 * @param after its lines in the second
 */
public record Difference(String block, String plugin, List<List<String>> before, List<List<String>> after) {
    /** Copies the lists. */
    public Difference {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
