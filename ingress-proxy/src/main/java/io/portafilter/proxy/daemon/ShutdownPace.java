package io.portafilter.proxy.daemon;

import java.time.Duration;

/**
 * How long each part of the end takes.
 *
 * @param grace connections are still accepted
 * @param linger a connection without a request waits for one that may be on its way
 * @param drain requests under way may take so long at most
 * @param postGrace the admin port stays
 */
record ShutdownPace(Duration grace, Duration linger, Duration drain, Duration postGrace) {
    /** Longer than a request is on its way to us. */
    static final Duration LINGER = Duration.ofSeconds(2);
}
