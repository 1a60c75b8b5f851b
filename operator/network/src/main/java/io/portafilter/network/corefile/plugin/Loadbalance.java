package io.portafilter.network.corefile.plugin;

import java.util.List;

/**
 * Changes the order of addresses from answer to answer.
 *
 * @param line where it begins
 * @param arguments a policy, and what it needs
 */
public record Loadbalance(int line, List<String> arguments) implements Plugin {
    /** Copies the list. */
    public Loadbalance {
        arguments = List.copyOf(arguments);
    }
}
