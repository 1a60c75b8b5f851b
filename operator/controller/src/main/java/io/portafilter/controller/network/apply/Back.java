package io.portafilter.controller.network.apply;

import io.portafilter.controller.network.probe.Proof;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.rollout.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way back. Texts go back before anything is restarted, because what restarts reads them. What somebody else has written since is
 * theirs and stays.
 */
record Back(LiveObjects objects, Prover prover, Observation seen, Course.Limit limit, Duration patience) {
    Course go(List<Step> steps) {
        List<String> left = new ArrayList<>();
        List<Step> order = Stream.concat(
                        steps.reversed().stream().filter(step -> !(step instanceof Step.Restart)),
                        steps.stream().filter(Step.Restart.class::isInstance))
                .toList();
        for (Step step : order) {
            Optional<Standing> now = objects.read(step);
            if (now.filter(Standing::isBefore).isEmpty()) {
                if (now.filter(Standing::isAfter).isPresent()) {
                    objects.takeBack(now.get());
                } else {
                    left.add(step.object() + (now.isEmpty() ? " is gone" : " has been written by somebody else"));
                }
            }
        }
        for (Step step : order) {
            if (prover.returned(step, seen) instanceof Proof.Pending pending) {
                if (!limit.isOver(step, pending, patience)) {
                    return new Course.Waits(pending.state());
                }
                left.add(pending.state());
            }
        }
        return left.isEmpty() ? new Course.Ended("") : new Course.Stopped(String.join("; ", left));
    }
}
