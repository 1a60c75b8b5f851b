package io.portafilter.cli.network;

import io.portafilter.network.plan.Change;
import io.portafilter.network.plan.ChangeDiff;
import io.portafilter.network.plan.Plan;

/** A plan for people: what, how risky, who, and the difference to the byte. */
public final class PlanText {
    private PlanText() {}

    /** The text. */
    public static String of(Plan plan) {
        StringBuilder text = new StringBuilder();
        plan.refusals()
                .forEach(refusal -> text.append("Refused: ").append(refusal).append('\n'));
        int number = 0;
        for (Change change : plan.changes()) {
            number++;
            text.append(number)
                    .append(". ")
                    .append(change.object())
                    .append(' ')
                    .append(change.field())
                    .append('\n');
            text.append("   ")
                    .append(change.feasibility().word())
                    .append("; ")
                    .append(change.risk().label())
                    .append(drift(change))
                    .append('\n');
            ChangeDiff.of(change)
                    .lines()
                    .forEach(line -> text.append("   | ").append(line).append('\n'));
            change.steps().stream()
                    .filter(step -> !step.isEmpty())
                    .forEach(step -> text.append("   - ").append(step).append('\n'));
            text.append("   Before: ").append(change.precondition()).append('\n');
            text.append("   After:  ").append(change.verification()).append('\n');
            text.append("   Back:   ").append(change.rollback()).append('\n');
        }
        if (plan.changes().isEmpty()) {
            text.append(plan.refusals().isEmpty() ? "Nothing to change.\n" : "Nothing is planned.\n");
        } else {
            text.append(Words.count(plan.changes().size(), "change"))
                    .append(". Approve with spec.approval.planHash: ")
                    .append(plan.hash())
                    .append('\n');
        }
        return text.toString();
    }

    private static String drift(Change change) {
        return switch (change.drift()) {
            case FIRST, WISH_CHANGED -> "";
            case SOMEBODY_ELSE -> "; somebody else changed it";
            case BOTH -> "; somebody else changed it too, and that would be lost";
        };
    }
}
