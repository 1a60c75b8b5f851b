package io.portafilter.controller.network.apply;

import io.portafilter.controller.network.probe.Proof;
import io.portafilter.network.rollout.Step;
import java.time.Duration;

/** How far one went along steps. */
sealed interface Course {
    /** Something is not proven yet. */
    record Waits(String state) implements Course {}

    /**
     * To the end.
     *
     * @param note what there is to say of it; empty for nothing
     */
    record Ended(String note) implements Course {}

    /** It cannot go on. */
    record Stopped(String why) implements Course {}

    /** Whether a step has not moved for too long. */
    interface Limit {
        boolean isOver(Step step, Proof.Pending pending, Duration atMost);
    }
}
