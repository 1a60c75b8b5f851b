package io.portafilter.network.corefile.plugin;

import java.time.Duration;
import java.util.Optional;

/**
 * Reads the Corefile again when it has changed.
 *
 * @param line where it begins
 * @param interval at least 2 s; absent is 30 s
 * @param jitter 0 or at least 1 s; absent is 15 s
 */
public record Reload(int line, Optional<Duration> interval, Optional<Duration> jitter) implements Plugin {}
