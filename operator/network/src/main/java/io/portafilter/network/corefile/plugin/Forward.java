package io.portafilter.network.corefile.plugin;

import java.util.List;
import java.util.Optional;

/**
 * Queries that somebody else answers.
 *
 * @param line where it begins
 * @param from the zone as written
 * @param zones the zones that it stands for, normal; only the first is forwarded
 * @param to where to, as written
 * @param options the lines between its braces
 */
public record Forward(int line, String from, List<String> zones, List<String> to, List<PluginOption> options)
        implements Plugin {
    /** Copies the lists. */
    public Forward {
        zones = List.copyOf(zones);
        to = List.copyOf(to);
        options = List.copyOf(options);
    }

    /** The first option of a name. */
    public Optional<PluginOption> option(String name) {
        return options.stream().filter(option -> option.name().equals(name)).findFirst();
    }
}
