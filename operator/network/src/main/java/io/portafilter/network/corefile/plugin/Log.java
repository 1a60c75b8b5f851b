package io.portafilter.network.corefile.plugin;

import java.util.List;

/**
 * Queries in the log.
 *
 * @param line where it begins
 * @param arguments zones, and a format where the last one holds a brace
 * @param options the lines between its braces
 */
public record Log(int line, List<String> arguments, List<PluginOption> options) implements Plugin {
    /** Copies the lists. */
    public Log {
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
    }
}
