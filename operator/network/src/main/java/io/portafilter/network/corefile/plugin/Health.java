package io.portafilter.network.corefile.plugin;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether the process lives, over HTTP.
 *
 * @param line where it begins
 * @param address absent is {@code :8080}
 * @param lameduck how long it goes on after it was told to stop
 */
public record Health(int line, Optional<String> address, Optional<Duration> lameduck) implements Plugin {
    /** Where it listens. */
    public String listens() {
        return address.orElse(":8080");
    }
}
