package io.portafilter.controller.leader;

import java.time.Duration;

/** Stands for election. Used by one thread. */
interface Candidate {
    /** Tries to get the lease, or to renew it; answers in time, whatever the API server does. */
    Outcome attempt(Duration atMost) throws InterruptedException;

    /** Gives the lease back, so that nobody has to wait for its end; nothing happens if it is not ours. */
    void release(Duration atMost) throws InterruptedException;
}
