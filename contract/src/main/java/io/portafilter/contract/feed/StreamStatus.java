package io.portafilter.contract.feed;

import io.portafilter.contract.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * How it stands between a proxy and its operator.
 *
 * @param connected whether a stream is open
 * @param source whose word it is that the proxy serves this version
 * @param version what it serves; empty before the first commit
 * @param changed when that took effect first; for a state from disk, before this process began
 * @param lastContact when the operator was heard last
 * @param streams how many have been opened
 * @param commits how many took effect
 * @param refused objects that the proxy cannot take at present
 * @param broken streams that ended, and tries to open one that failed
 * @param contractErrors streams dropped because the operator broke the contract
 */
public record StreamStatus(
        boolean connected,
        Source source,
        Optional<Version> version,
        Optional<Instant> changed,
        Optional<Instant> lastContact,
        long streams,
        long commits,
        int refused,
        long broken,
        long contractErrors) {
    /** Whose word counts. */
    public enum Source {
        /** Nobody's: nothing is configured. */
        NONE,
        /** The last good state on the proxy's own disk; no operator has confirmed it yet. */
        DISK,
        /** An operator sent it, or confirmed that it is current. */
        OPERATOR
    }
}
