package io.portafilter.controller.network.probe;

/** Whether something is in effect. */
public sealed interface Proof {
    /** It is. */
    record Proven() implements Proof {}

    /**
     * Not yet, or not any more.
     *
     * @param state what was found, for people; the same text means that nothing has moved
     */
    record Pending(String state) implements Proof {}
}
