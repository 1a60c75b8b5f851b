package io.portafilter.network.status;

import io.portafilter.crds.status.Condition.Truth;

/**
 * Whether something is so, and why.
 *
 * @param status whether it is so
 * @param note why
 */
public record Verdict(Truth status, Note note) {
    /** Nobody has looked yet. */
    public static final Verdict NOT_ASKED = unknown("NotAsked", "nobody has looked yet");

    /** It is so. */
    public static Verdict yes(String reason, String message) {
        return new Verdict(Truth.TRUE, new Note(reason, message));
    }

    /** It is not so. */
    public static Verdict no(String reason, String message) {
        return new Verdict(Truth.FALSE, new Note(reason, message));
    }

    /** Nobody knows. */
    public static Verdict unknown(String reason, String message) {
        return new Verdict(Truth.UNKNOWN, new Note(reason, message));
    }

    boolean isNo() {
        return status == Truth.FALSE;
    }
}
