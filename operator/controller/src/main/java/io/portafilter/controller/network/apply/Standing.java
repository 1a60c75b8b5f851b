package io.portafilter.controller.network.apply;

import io.portafilter.network.rollout.Step;

/**
 * What stands now where a step writes.
 *
 * @param step the step
 * @param text what is there; empty for nothing
 * @param version of the object; a write names it, so that it fails if anybody has written since
 * @param note the annotation about what we wrote last; empty for none
 */
record Standing(Step step, String text, String version, String note) {
    boolean isBefore() {
        return text.equals(step.before());
    }

    boolean isAfter() {
        return text.equals(step.after());
    }
}
