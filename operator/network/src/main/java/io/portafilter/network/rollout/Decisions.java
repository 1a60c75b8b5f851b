package io.portafilter.network.rollout;

import io.portafilter.crds.setup.Approval.Policy;
import io.portafilter.crds.setup.NetworkSetupSpec.Mode;
import io.portafilter.network.check.Conflict;
import io.portafilter.network.plan.Change;
import io.portafilter.network.plan.Drift;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides whether a plan is carried out. */
public final class Decisions {
    /** How often somebody else's changes are taken back in an hour. */
    public static final int MOST_RESTORATIONS = 3;

    private final Case about;
    private final List<Change> changes;

    private Decisions(Case about) {
        this.about = about;
        this.changes = Steps.applicable(about.plan());
    }

    /** The decision. */
    public static Decision of(Case about) {
        return new Decisions(about).decide();
    }

    private Decision decide() {
        if (!about.plan().refusals().isEmpty()) {
            return held(
                    Hold.REFUSED,
                    "nothing of the plan is carried out while a part of it is refused: "
                            + about.plan().refusals().getFirst());
        }
        if (changes.isEmpty()) {
            return new Decision.Settled();
        }
        if (about.spec().mode() != Mode.ENFORCE) {
            return held(
                    Hold.MODE, "spec.mode is " + about.spec().mode().word() + "; Enforce carries out what is approved");
        }
        if (!about.mayWrite()) {
            return held(
                    Hold.READ_ONLY,
                    "the operator was started to observe only; set networkSetup.write in the chart's values");
        }
        return failedBefore().orElseGet(this::allowed);
    }

    private Optional<Decision> failedBefore() {
        Journal journal = about.journal();
        boolean same = journal.hash().equals(about.plan().hash()) && journal.generation() == about.generation();
        boolean failed = journal.phase() == Phase.ROLLED_BACK || journal.phase() == Phase.FAILED;
        return same && failed
                ? Optional.of(held(
                        Hold.FAILED_BEFORE,
                        "the same plan failed: " + journal.message()
                                + "; it is tried again when the spec changes, also if only its approval does"))
                : Optional.empty();
    }

    private Decision allowed() {
        boolean restoring = changes.stream().allMatch(change -> change.drift() == Drift.SOMEBODY_ELSE);
        if (restoring) {
            boolean often = about.journal().recent(about.now()).size() >= MOST_RESTORATIONS
                    && about.journal().generation() == about.generation();
            return often
                    ? held(
                            Hold.RESTORED_TOO_OFTEN,
                            "somebody else changed it again after " + MOST_RESTORATIONS
                                    + " restorations within an hour; find out who, or change the spec")
                    : unlessWorse(new Decision.Go(true));
        }
        return about.spec().approval().policy() == Policy.AUTOMATIC ? automatic() : manual();
    }

    private Decision automatic() {
        List<Conflict> errors = about.outlook().errors();
        return errors.isEmpty()
                ? new Decision.Go(false)
                : held(Hold.ERRORS, "after the plan there would still be " + list(errors) + "; approve it by its hash");
    }

    private Decision manual() {
        Optional<String> approved = about.spec().approval().planHash();
        if (approved.isEmpty()) {
            return held(
                    Hold.NOT_APPROVED,
                    "read the plan and approve it with spec.approval.planHash: "
                            + about.plan().hash());
        }
        return approved.get().equals(about.plan().hash())
                ? unlessWorse(new Decision.Go(false))
                : held(
                        Hold.APPROVAL_OUTDATED,
                        "approved is " + approved.get()
                                + ", but the cluster or the spec has changed since; read the new plan "
                                + about.plan().hash());
    }

    private Decision unlessWorse(Decision go) {
        List<Conflict> added = about.outlook().added();
        return added.isEmpty()
                ? go
                : held(Hold.ERRORS, "the plan would bring " + list(added) + "; change the spec so that it does not");
    }

    private static String list(List<Conflict> conflicts) {
        return conflicts.stream()
                .map(conflict -> conflict.kind().id() + " (" + conflict.message() + ")")
                .limit(3)
                .collect(Collectors.joining(", "));
    }

    private static Decision held(Hold reason, String message) {
        return new Decision.Held(reason, message);
    }
}
