package io.portafilter.controller.network.apply;

import io.portafilter.controller.network.probe.Proof;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.rollout.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Step by step: each is written only when the one before is proven. */
record Forward(LiveObjects objects, Prover prover, Observation seen, Course.Limit limit, Duration patience) {
    Course go(List<Step> steps) {
        for (Step step : steps) {
            Optional<Standing> now = objects.read(step);
            if (now.isEmpty()) {
                return new Course.Stopped(step.object() + " is gone");
            }
            if (now.get().isBefore() && !now.get().isAfter()) {
                objects.apply(now.get());
            } else if (!now.get().isAfter()) {
                return new Course.Stopped("somebody else has written " + step.object() + " meanwhile");
            }
            if (prover.applied(step, seen) instanceof Proof.Pending pending) {
                return limit.isOver(step, pending, patience)
                        ? new Course.Stopped(pending.state() + ", and nothing moved for " + patience.toSeconds() + " s")
                        : new Course.Waits(pending.state());
            }
        }
        return new Course.Ended("");
    }
}
