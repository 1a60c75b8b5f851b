package io.portafilter.cli.network;

import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.plan.Change;
import io.portafilter.network.plan.ChangeDiff;
import io.portafilter.network.plan.Feasibility;
import io.portafilter.network.plan.Plan;
import java.util.List;

/** A plan for people: what, how risky, who, and the difference to the byte. */
public final class PlanText {
    private PlanText() {}

    /**
     * The text.
     *
     * @param spec that was planned, so that whoever reads it knows how to make it happen
     * @param options of kubectl, such as {@code --context=test}
     */
    public static String of(Plan plan, NetworkSetupSpec spec, List<String> options) {
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
                    .append(", ")
                    .append(plan.hash())
                    .append(".\n")
                    .append(next(plan, spec, options));
        }
        return text.toString();
    }

    private static String next(Plan plan, NetworkSetupSpec spec, List<String> options) {
        if (!plan.refusals().isEmpty()) {
            return "Nothing of it is carried out as long as something is refused.\n";
        }
        return plan.changes().stream().anyMatch(change -> change.feasibility() == Feasibility.APPLY)
                ? ApproveText.of(spec, plan.hash(), options)
                : "All of it is a person's to do.\n";
    }

    private static String drift(Change change) {
        return switch (change.drift()) {
            case FIRST, WISH_CHANGED -> "";
            case SOMEBODY_ELSE -> "; somebody else changed it";
            case BOTH -> "; somebody else changed it too, and that would be lost";
        };
    }
}
