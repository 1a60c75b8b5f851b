package io.portafilter.network.corefile.plugin;

import java.util.List;

/**
 * A line between a plugin's braces.
 *
 * @param name its first word
 * @param arguments its other words
 * @param line where it stands
 */
public record PluginOption(String name, List<String> arguments, int line) {
    /** Copies the list. */
    public PluginOption {
        arguments = List.copyOf(arguments);
    }

    /** The words of the line. */
    public String text() {
        return arguments.isEmpty() ? name : name + " " + String.join(" ", arguments);
    }
}
