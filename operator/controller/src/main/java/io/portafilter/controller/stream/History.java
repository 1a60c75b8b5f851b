package io.portafilter.controller.stream;

import io.portafilter.contract.Version;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The last steps without a gap, oldest first, as many as may be kept. Not safe for use by several threads. */
final class History {
    private final int maxSteps;
    private final long maxBytes;
    private final ArrayDeque<StepLines> steps = new ArrayDeque<>();
    private long bytes;

    History(int maxSteps, long maxBytes) {
        this.maxSteps = maxSteps;
        this.maxBytes = maxBytes;
    }

    void add(StepLines step) {
        steps.addLast(step);
        bytes += step.bytes();
        while (steps.size() > maxSteps || bytes > maxBytes) {
            bytes -= steps.removeFirst().bytes();
        }
    }

    /** What leads from a version to the newest; empty if that is not known. The newest itself is not asked for. */
    Optional<List<StepLines>> since(Version version) {
        List<StepLines> missing = new ArrayList<>();
        // Backwards: a configuration that was there twice is left by the shorter way.
        for (Iterator<StepLines> latest = steps.descendingIterator(); latest.hasNext(); ) {
            StepLines step = latest.next();
            missing.add(step);
            if (step.before().equals(version)) {
                return Optional.of(missing.reversed());
            }
        }
        return Optional.empty();
    }

    long bytes() {
        return bytes;
    }
}
