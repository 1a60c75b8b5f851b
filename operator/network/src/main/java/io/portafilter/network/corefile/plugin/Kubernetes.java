package io.portafilter.network.corefile.plugin;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Services and pods of the cluster.
 *
 * @param line where it begins
 * @param arguments the zones as written
 * @param zones the zones that it answers for, normal; those of the server block where none are written
 * @param pods the mode of pod records; absent is {@code disabled}
 * @param ttl seconds, 0 to 3600; absent is 5
 * @param fallThrough zones whose unknown names go to the next plugin; empty list: all; absent: none
 * @param others every other option
 */
public record Kubernetes(
        int line,
        List<String> arguments,
        List<String> zones,
        Optional<String> pods,
        OptionalInt ttl,
        Optional<List<String>> fallThrough,
        List<PluginOption> others)
        implements Plugin {
    /** Copies the lists. */
    public Kubernetes {
        arguments = List.copyOf(arguments);
        zones = List.copyOf(zones);
        others = List.copyOf(others);
    }
}
