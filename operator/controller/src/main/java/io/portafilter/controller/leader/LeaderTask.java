package io.portafilter.controller.leader;

/** Work that only the leader does. Each has a thread of its own, and what befalls it does not touch the others. */
public interface LeaderTask {
    /** What it does, in a word or two, for logs and metrics. */
    String name();

    /**
     * Does the work until it is interrupted, which happens when the lease is lost or given back: it then ends at once and writes no
     * more. A task that returns has nothing left to do in this term; one that throws is started again after a while.
     */
    void lead() throws InterruptedException;

    /**
     * Last words of a leader whose process ends: called after {@link #lead} has ended and before the lease is given back. May take
     * some seconds.
     */
    default void farewell() throws InterruptedException {}
}
