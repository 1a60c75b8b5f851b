package io.portafilter.e2e.oracle;

/** What is asked of our answer to one request. */
sealed interface Expectation {
    /** It is the recorded one. */
    record Agree() implements Expectation {}

    /** Nothing yet: what it needs is not built. */
    record Later(String reason) implements Expectation {}

    /**
     * It is another one, on purpose.
     *
     * @param sentence the sentence of docs/differences.md that says so
     * @param status what we answer instead; 0: the connection is closed without an answer
     */
    record Differs(String sentence, int status) implements Expectation {}
}
