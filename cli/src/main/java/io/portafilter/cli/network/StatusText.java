package io.portafilter.cli.network;

import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.crds.setup.NetworkSetupStatus;
import io.portafilter.crds.status.Condition;
import io.portafilter.crds.status.PlanStatus;
import io.portafilter.crds.status.PlanStatus.ChangeStatus;
import java.util.List;

/** A NetworkSetup's status for people. */
public final class StatusText {
    private static final int LABEL = 16;
    private static final int WORD = 9;

    private final StringBuilder text = new StringBuilder();

    private StatusText() {}

    /**
     * The text.
     *
     * @param generation of the object, which the status may not have seen yet
     * @param options of kubectl, such as {@code --context=test}
     */
    public static String of(NetworkSetupSpec spec, int generation, NetworkSetupStatus status, List<String> options) {
        StatusText made = new StatusText();
        made.head(spec, generation, status);
        status.conditions().forEach(made::condition);
        made.conflicts(status);
        made.line("Refused", status.refusals());
        status.applying()
                .ifPresent(now -> made.line(
                        "Applying",
                        now.phase() + " since " + now.since() + ": " + now.message() + " (" + now.hash() + ")"));
        status.applied()
                .ifPresent(last -> made.line(
                        "Last applied",
                        last.outcome().word() + " at " + last.time()
                                + last.message().map(why -> ": " + why).orElse("") + "; backup " + last.backup()
                                + ", plan " + last.hash()));
        status.dns()
                .ifPresent(dns -> made.line(
                        "DNS",
                        dns.replicas().current() + " of "
                                + Words.count(dns.replicas().total(), "replica")
                                + dns.generation()
                                        .map(generationServed -> " serve " + generationServed)
                                        .orElse(" answer")));
        status.plan().ifPresent(plan -> made.plan(spec, plan, options));
        return made.text.toString();
    }

    private void head(NetworkSetupSpec spec, int generation, NetworkSetupStatus status) {
        int seen = status.observedGeneration().orElse(0);
        line("NetworkSetup", "cluster, mode " + spec.mode().word());
        if (seen < generation) {
            line("", "the operator has not seen its last change yet: what follows is older");
        }
    }

    private void condition(Condition condition) {
        line(
                condition.type(),
                padded(condition.status().word(), WORD) + condition.reason() + ": " + condition.message() + " (since "
                        + condition.lastTransitionTime() + ")");
    }

    private void conflicts(NetworkSetupStatus status) {
        int all = status.conflicts().size() + status.moreConflicts().orElse(0);
        line(
                "Conflicts",
                all == 0
                        ? "none"
                        : Words.count(status.errors().orElse(0), "error") + " of " + all
                                + "; see portafilter network check");
    }

    private void plan(NetworkSetupSpec spec, PlanStatus plan, List<String> options) {
        if (plan.count() == 0) {
            line("Plan", "nothing to change");
            return;
        }
        line("Plan", Words.count(plan.count(), "change") + ", " + plan.hash());
        for (ChangeStatus change : plan.changes()) {
            line("", change.seq() + ". " + change.object() + " " + change.field() + " (" + change.feasibility() + ")");
        }
        text.append(ApproveText.of(spec, plan.hash(), options));
    }

    private void line(String label, List<String> values) {
        values.forEach(value -> line(label, value));
    }

    private void line(String label, String value) {
        text.append(padded(label, LABEL)).append(value).append('\n');
    }

    private static String padded(String value, int width) {
        return value + " ".repeat(Math.max(1, width - value.length()));
    }
}
