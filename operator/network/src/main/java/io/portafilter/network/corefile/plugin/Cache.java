package io.portafilter.network.corefile.plugin;

import java.util.List;
import java.util.OptionalInt;

/**
 * Answers that are kept.
 *
 * @param line where it begins
 * @param ttl seconds, at least 1; absent: 3600 for answers, 1800 for denials
 * @param arguments the zones as written
 * @param options the lines between its braces
 */
public record Cache(int line, OptionalInt ttl, List<String> arguments, List<PluginOption> options) implements Plugin {
    /** Copies the lists. */
    public Cache {
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
    }
}
