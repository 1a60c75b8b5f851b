package io.portafilter.contract.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.event.Level;

/** A stream that could not be opened or goes no further. The message is a sentence for people and holds no secret. */
final class BrokenStream extends IOException {
    private static final long serialVersionUID = 1;

    private final Level level;
    private final transient Optional<Duration> retryAfter;

    /** The next try may well succeed. */
    BrokenStream(String message) {
        this(message, Level.WARN, Optional.empty());
    }

    /**
     * A stream that ended with an answer.
     *
     * @param level how much a person has to know of it
     * @param retryAfter when the operator wants to be asked again
     */
    BrokenStream(String message, Level level, Optional<Duration> retryAfter) {
        super(message);
        this.level = level;
        this.retryAfter = retryAfter;
    }

    Level level() {
        return level;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
