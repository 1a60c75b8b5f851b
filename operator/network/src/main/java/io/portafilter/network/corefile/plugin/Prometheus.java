package io.portafilter.network.corefile.plugin;

import java.util.List;
import java.util.Optional;

/**
 * Metrics, over HTTP.
 *
 * @param line where it begins
 * @param address absent is {@code localhost:9153}
 * @param options the lines between its braces
 */
public record Prometheus(int line, Optional<String> address, List<PluginOption> options) implements Plugin {
    /** Copies the list. */
    public Prometheus {
        options = List.copyOf(options);
    }

    /** Where it listens. */
    public String listens() {
        return address.orElse("localhost:9153");
    }
}
