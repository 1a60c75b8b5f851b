package io.portafilter.contract.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: twice as long at most after each failure, and never all at the same moment. */
final class Backoff {
    private final Duration shortest;
    private final Duration longest;
    private final RandomGenerator random;
    private Duration next;

    Backoff(Duration shortest, Duration longest, RandomGenerator random) {
        this.shortest = shortest;
        this.longest = longest;
        this.random = random;
        this.next = shortest;
    }

    /** The next wait, between half of it and all of it. */
    Duration next() {
        Duration most = next;
        next = most.compareTo(longest.dividedBy(2)) > 0 ? longest : most.multipliedBy(2);
        long half = most.toNanos() / 2;
        Duration wait = Duration.ofNanos(half + random.nextLong(half + 1));
        return wait.compareTo(shortest) < 0 ? shortest : wait;
    }

    /** It worked. */
    void reset() {
        next = shortest;
    }
}
