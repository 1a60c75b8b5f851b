package io.portafilter.network.corefile.plugin;

import java.util.List;

/**
 * One rule that changes a query before anybody answers it.
 *
 * @param line where it begins
 * @param rule its words in a row, whether they stood between braces or not
 */
public record Rewrite(int line, List<String> rule) implements Plugin {
    /** Copies the list. */
    public Rewrite {
        rule = List.copyOf(rule);
    }
}
