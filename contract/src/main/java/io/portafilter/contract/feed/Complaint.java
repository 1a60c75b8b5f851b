package io.portafilter.contract.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Says what is wrong when it begins and each time it becomes another thing, and reminds of it once a minute. */
final class Complaint {
    private static final long REMINDER = Duration.ofMinutes(1).toNanos();

    private final Logger log;
    private final LongSupplier nanoTime;
    private Optional<String> said = Optional.empty();
    private long saidAt;

    Complaint(Logger log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
    }

    void say(Level level, String sentence) {
        long now = nanoTime.getAsLong();
        if (!said.equals(Optional.of(sentence)) || now - saidAt >= REMINDER) {
            said = Optional.of(sentence);
            saidAt = now;
            log.atLevel(level).log(sentence);
        }
    }

    /** It is over; the next one is said at once. */
    void over() {
        said = Optional.empty();
    }
}
