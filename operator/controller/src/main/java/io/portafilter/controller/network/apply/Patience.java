package io.portafilter.controller.network.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How long each thing has not moved, by this process's own eyes: whoever takes an apply over gives everything its time again. */
final class Patience {
    private record Wait(String state, Instant since) {}

    private final Map<Object, Wait> waits = new HashMap<>();

    /** Whether a thing has been in the same state for longer than this. */
    boolean isOver(Object thing, String state, Duration limit, Instant now) {
        Wait before = waits.get(thing);
        if (before == null || !before.state().equals(state)) {
            waits.put(thing, new Wait(state, now));
            return false;
        }
        return before.since().plus(limit).isBefore(now);
    }

    void forget() {
        waits.clear();
    }
}
