package io.portafilter.network.corefile.plugin;

import java.util.List;
import java.util.Optional;

/**
 * Whether it may be asked, over HTTP.
 *
 * @param line where it begins
 * @param address absent is {@code :8181}
 * @param options the lines between its braces
 */
public record Ready(int line, Optional<String> address, List<PluginOption> options) implements Plugin {
    /** Copies the list. */
    public Ready {
        options = List.copyOf(options);
    }

    /** Where it listens. */
    public String listens() {
        return address.orElse(":8181");
    }
}
