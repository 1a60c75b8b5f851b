package io.portafilter.network.rollout;

/** Whether a plan is carried out now. */
public sealed interface Decision {
    /** There is nothing that we could write. */
    record Settled() implements Decision {}

    /**
     * Not now.
     *
     * @param reason why
     * @param message for people, with what helps
     */
    record Held(Hold reason, String message) implements Decision {}

    /**
     * Now.
     *
     * @param restoring whether it only takes back what somebody else did to what we wrote
     */
    record Go(boolean restoring) implements Decision {}
}
