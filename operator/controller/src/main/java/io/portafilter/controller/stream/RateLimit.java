package io.portafilter.controller.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** So many a second, and as many at once. */
final class RateLimit {
    private final long interval;
    private final long burst;
    private final LongSupplier nanos;
    private long next;

    RateLimit(int perSecond, LongSupplier nanos) {
        this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.burst = TimeUnit.SECONDS.toNanos(1);
        this.nanos = nanos;
        this.next = nanos.getAsLong() - burst;
    }

    static RateLimit perSecond(int count) {
        return new RateLimit(count, System::nanoTime);
    }

    /** Whether one more is possible now. */
    boolean permit() {
        return reserve(Duration.ZERO).isPresent();
    }

    /**
     * Takes the next place if it is not too far away.
     *
     * @return how long to wait for it
     */
    synchronized Optional<Duration> reserve(Duration patience) {
        long now = nanos.getAsLong();
        // A place a burst ago is as good as any before it.
        long place = next - (now - burst) < 0 ? now - burst : next;
        long wait = Math.max(0, place + interval - now);
        if (wait > patience.toNanos()) {
            return Optional.empty();
        }
        next = place + interval;
        return Optional.of(Duration.ofNanos(wait));
    }
}
