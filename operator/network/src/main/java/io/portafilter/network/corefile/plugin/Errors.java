package io.portafilter.network.corefile.plugin;

import java.util.List;

/**
 * Errors in the log.
 *
 * @param line where it begins
 * @param arguments {@code stdout} or nothing
 * @param options the lines between its braces
 */
public record Errors(int line, List<String> arguments, List<PluginOption> options) implements Plugin {
    /** Copies the lists. */
    public Errors {
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
    }
}
