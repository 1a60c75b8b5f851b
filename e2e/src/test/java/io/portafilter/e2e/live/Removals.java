package io.portafilter.e2e.live;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Since when no manifest names which pod, by the clock of this process. Safe for use by several threads. */
final class Removals {
    private final Map<Integer, Long> since = new ConcurrentHashMap<>();

    /** A manifest without this pod is on disk. */
    void removed(int pod) {
        since.put(pod, System.nanoTime());
    }

    /** A manifest with this pod is about to be written. */
    void returns(int pod) {
        since.remove(pod);
    }

    /** How long this pod had been removed at that time; empty: it had not. */
    Optional<Duration> before(int pod, long nanoTime) {
        return Optional.ofNullable(since.get(pod)).map(removed -> Duration.ofNanos(nanoTime - removed));
    }
}
