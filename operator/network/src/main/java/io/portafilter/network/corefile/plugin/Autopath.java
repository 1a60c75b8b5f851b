package io.portafilter.network.corefile.plugin;

import java.util.List;

/**
 * Follows search paths on the server's side.
 *
 * @param line where it begins
 * @param arguments the zones as written
 * @param source a file like resolv.conf, or {@code @} and a plugin
 */
public record Autopath(int line, List<String> arguments, String source) implements Plugin {
    /** Copies the list. */
    public Autopath {
        arguments = List.copyOf(arguments);
    }
}
