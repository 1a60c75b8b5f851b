package io.portafilter.contract.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A stream that could not be opened or goes no further. The message is a sentence for people and holds no secret. */
final class BrokenStream extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean needsPerson;
    private final transient Optional<Duration> retryAfter;

    /** The next try may well succeed. */
    BrokenStream(String message) {
        this(message, false, Optional.empty());
    }

    /**
     * A stream that ended with an answer.
     *
     * @param needsPerson whether trying again is not expected to help
     * @param retryAfter when the operator wants to be asked again
     */
    BrokenStream(String message, boolean needsPerson, Optional<Duration> retryAfter) {
        super(message);
        this.needsPerson = needsPerson;
        this.retryAfter = retryAfter;
    }

    boolean needsPerson() {
        return needsPerson;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
