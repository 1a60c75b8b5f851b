package io.portafilter.controller.event;

import io.portafilter.snapshot.Ref;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many Events may be written: of one object no more than Kubernetes' own components write of one, and altogether a number that the
 * API server does not notice.
 */
final class Limits {
    private static final int OBJECT_BURST = 25;
    private static final Duration OBJECT_REFILL = Duration.ofMinutes(5);
    private static final int BURST = 100;
    private static final Duration REFILL = Duration.ofMillis(40);
    private static final int OBJECTS = 10_000;

    private final TokenBucket all;
    private final Map<Source, TokenBucket> objects = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, TokenBucket> eldest) {
            return size() > OBJECTS;
        }
    };

    /** Warnings must not be silenced by what is normal. */
    private record Source(Ref object, Notice.Type type) {}

    Limits(long now) {
        this.all = new TokenBucket(BURST, REFILL, now);
    }

    /** How long until any Event may be written; 0 if one may. */
    long waitNanos(long now) {
        return all.waitNanos(now);
    }

    /** Whether one about this object may be written, once {@link #waitNanos} is 0; counts it if so. */
    boolean take(Notice notice, long now) {
        return objects.computeIfAbsent(
                                new Source(notice.object(), notice.type()),
                                _ -> new TokenBucket(OBJECT_BURST, OBJECT_REFILL, now))
                        .take(now)
                && all.take(now);
    }
}
