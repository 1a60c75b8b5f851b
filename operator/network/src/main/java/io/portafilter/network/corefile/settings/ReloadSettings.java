package io.portafilter.network.corefile.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * How the Corefile is read again when it has changed.
 *
 * @param interval at least 2 s; absent is CoreDNS's own, 30 s
 * @param jitter 0 or at least 1 s; absent is CoreDNS's own, 15 s; only together with an interval
 */
public record ReloadSettings(Optional<Duration> interval, Optional<Duration> jitter) {
    /** As CoreDNS does it by itself. */
    public static ReloadSettings usual() {
        return new ReloadSettings(Optional.empty(), Optional.empty());
    }
}
