package io.portafilter.network.status;

import io.portafilter.crds.setup.NetworkSetupSpec.Mode;
import io.portafilter.crds.status.AppliedStatus;
import io.portafilter.crds.status.Condition.Truth;
import io.portafilter.network.check.Conflict;
import io.portafilter.network.check.Severity;
import io.portafilter.network.plan.Change;
import io.portafilter.network.plan.Drift;
import io.portafilter.network.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How things stand, each with its reason. */
final class ConditionsOf {
    private final Known known;
    private final Progress progress;
    private final Map<String, Verdict> ready;

    /**
     * Looks at what is known.
     *
     * @param ready what was asked of DNS, kube-proxy and the network, damped, by type
     */
    ConditionsOf(Known known, Progress progress, Map<String, Verdict> ready) {
        this.known = known;
        this.progress = progress;
        this.ready = ready;
    }

    /** By type, in the order in which they are written. */
    Map<String, Verdict> verdicts() {
        Map<String, Verdict> all = new LinkedHashMap<>();
        all.put("Accepted", accepted());
        all.put("Available", available());
        all.put("Progressing", progressing());
        all.put("Degraded", degraded());
        all.put("Conflicted", conflicted());
        all.put("Drifted", drifted());
        all.putAll(ready);
        return all;
    }

    private Verdict accepted() {
        List<String> refusals = known.plan().map(Plan::refusals).orElse(List.of());
        if (!known.problems().isEmpty()) {
            return Verdict.no("Invalid", first(known.problems()));
        }
        return refusals.isEmpty()
                ? Verdict.yes("Accepted", "the spec is understood, and all of it can be planned")
                : Verdict.no("Refused", first(refusals));
    }

    private Verdict available() {
        Optional<Verdict> broken = broken();
        if (broken.isPresent()) {
            return broken.get();
        }
        return ready.values().stream()
                .filter(verdict -> verdict.status() == Truth.UNKNOWN)
                .findFirst()
                .orElse(Verdict.yes("Ready", "DNS, kube-proxy and the network are ready"));
    }

    private Optional<Verdict> broken() {
        return ready.values().stream().filter(Verdict::isNo).findFirst();
    }

    private Verdict progressing() {
        if (progress.applying().isPresent()) {
            return Verdict.yes("Applying", progress.applying().get().message());
        }
        return progress.waiting().map(note -> new Verdict(Truth.FALSE, note)).orElseGet(this::idle);
    }

    private Verdict idle() {
        int changes = known.plan().map(plan -> plan.changes().size()).orElse(0);
        if (known.plan().isEmpty()) {
            return Verdict.no("NoPlan", "there is no plan as long as the spec is not accepted");
        }
        if (changes == 0) {
            return Verdict.no("AsWanted", "nothing is to be changed");
        }
        Mode mode = known.spec().mode();
        String count = changes == 1 ? "1 change is" : changes + " changes are";
        return mode == Mode.ENFORCE
                ? Verdict.no("Planned", count + " planned")
                : Verdict.no("Planned", count + " planned; spec.mode: " + mode.word() + " makes none");
    }

    private Verdict degraded() {
        if (!progress.troubles().isEmpty()) {
            return Verdict.yes(
                    progress.troubles().getFirst().reason(),
                    first(progress.troubles().stream().map(Note::message).toList()));
        }
        Optional<AppliedStatus> bad = progress.applied().filter(this::isStillBad);
        if (bad.isPresent()) {
            return Verdict.yes(
                    bad.get().outcome().word(),
                    bad.get().message().orElse("plan " + bad.get().hash() + " could not be carried out"));
        }
        return broken().map(verdict -> new Verdict(Truth.TRUE, verdict.note()))
                .orElse(Verdict.no("AsExpected", "nothing is broken that we look after"));
    }

    /** What was rolled back matters as long as the same plan stands; a failure until something is applied. */
    private boolean isStillBad(AppliedStatus applied) {
        return switch (applied.outcome()) {
            case APPLIED -> false;
            case FAILED -> true;
            case ROLLED_BACK -> known.plan().map(Plan::hash).equals(Optional.of(applied.hash()));
        };
    }

    private Verdict conflicted() {
        List<String> errors = known.conflicts().stream()
                .filter(conflict -> conflict.kind().severity() == Severity.ERROR)
                .map(ConditionsOf::line)
                .toList();
        if (!errors.isEmpty()) {
            return Verdict.yes("Errors", first(errors));
        }
        return known.conflicts().isEmpty()
                ? Verdict.no("None", "nothing disagrees")
                : Verdict.no(
                        "NothingBroken",
                        first(known.conflicts().stream().map(ConditionsOf::line).toList()));
    }

    private static String line(Conflict conflict) {
        return conflict.kind().id() + ": " + conflict.message();
    }

    private Verdict drifted() {
        List<Change> foreign = known.plan().map(Plan::changes).orElse(List.of()).stream()
                .filter(change -> change.drift() == Drift.SOMEBODY_ELSE || change.drift() == Drift.BOTH)
                .toList();
        return foreign.isEmpty()
                ? Verdict.no("AsWritten", "nobody changed what we wrote")
                : Verdict.yes(
                        "SomebodyElse",
                        "somebody else changed "
                                + foreign.stream()
                                        .map(change -> change.object() + " " + change.field())
                                        .collect(Collectors.joining(", ")));
    }

    private static String first(List<String> sentences) {
        return sentences.getFirst() + (sentences.size() == 1 ? "" : " (and " + (sentences.size() - 1) + " more)");
    }
}
