package io.portafilter.controller.event;

import java.time.Duration;

/** So many at once, and one more for each time that passes. */
final class TokenBucket {
    private final long most;
    private final long nanosPerToken;
    private long full;

    /**
     * A full bucket.
     *
     * @param burst how many at once
     * @param refill how long until there is one more
     * @param now nanoseconds, of any origin
     */
    TokenBucket(int burst, Duration refill, long now) {
        this.nanosPerToken = refill.toNanos();
        this.most = burst * nanosPerToken;
        this.full = now;
    }

    /** Takes one if there is one. */
    boolean take(long now) {
        if (waitNanos(now) > 0) {
            return false;
        }
        full = Math.max(full, now) + nanosPerToken;
        return true;
    }

    /** How long until there is one; 0 if there is. */
    long waitNanos(long now) {
        return Math.max(0, full + nanosPerToken - most - now);
    }
}
