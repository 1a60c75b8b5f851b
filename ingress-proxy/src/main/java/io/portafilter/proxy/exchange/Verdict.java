package io.portafilter.proxy.exchange;

/** What a request filter says. */
public sealed interface Verdict {
    /** The request goes on. */
    Verdict PASS = new Pass();

    /** The request goes on. */
    record Pass() implements Verdict {}

    /**
     * The request is answered with a small page.
     *
     * @param status the HTTP status
     * @param location the Location header; empty for none
     */
    record Answer(int status, String location) implements Verdict {
        /** An answer without Location. */
        public static Answer of(int status) {
            return new Answer(status, "");
        }
    }
}
