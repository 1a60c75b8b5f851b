package io.portafilter.controller.stream;

import java.util.OptionalInt;

/** A request that is not served. Its sentence goes to the client and tells it no more than it has to know. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final int retryAfter;

    private Refusal(int status, String sentence, int retryAfter) {
        super(sentence, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    static Refusal of(int status, String sentence) {
        return new Refusal(status, sentence, 0);
    }

    /** One that is worth another try after so many seconds. */
    static Refusal forNow(int status, String sentence, int retryAfter) {
        return new Refusal(status, sentence, retryAfter);
    }

    int status() {
        return status;
    }

    /** The sentence. */
    String sentence() {
        return String.valueOf(getMessage());
    }

    /** Seconds after which it is worth another try. */
    OptionalInt retryAfter() {
        return retryAfter > 0 ? OptionalInt.of(retryAfter) : OptionalInt.empty();
    }
}
