package io.portafilter.network.corefile.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The liveness listener.
 *
 * @param port absent is CoreDNS's own, 8080
 * @param lameduck how long the process goes on after it was told to stop
 */
public record HealthSettings(OptionalInt port, Optional<Duration> lameduck) {}
