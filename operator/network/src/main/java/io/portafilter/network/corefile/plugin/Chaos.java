package io.portafilter.network.corefile.plugin;

import java.util.List;

/**
 * Answers who it is, in class CH.
 *
 * @param line where it begins
 * @param arguments a version, then authors
 */
public record Chaos(int line, List<String> arguments) implements Plugin {
    /** Copies the list. */
    public Chaos {
        arguments = List.copyOf(arguments);
    }
}
