package io.portafilter.network.status;

import io.portafilter.crds.status.ConflictStatus;
import io.portafilter.crds.status.PlanStatus;
import io.portafilter.crds.status.PlanStatus.ChangeStatus;
import io.portafilter.network.check.Conflict;
import io.portafilter.network.plan.Change;
import io.portafilter.network.plan.ChangeDiff;
import io.portafilter.network.plan.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plans and conflicts in short. */
final class PlanOf {
    private static final int MOST_CHANGES = 32;
    private static final int MOST_CONFLICTS = 64;
    private static final int MOST_REFUSALS = 32;
    private static final int MOST_ITEMS = 16;
    private static final int CHANGES = 16_000;
    private static final int CONFLICTS = 16_000;
    private static final int REFUSALS = 3_000;
    private static final int DIFF = 3_000;
    private static final int TEXT = 1_200;
    private static final int NAME = 300;
    private static final int ITEMS = 1_200;
    private static final int REFUSAL = 900;

    private PlanOf() {}

    static PlanStatus plan(Plan plan) {
        List<Change> changes = plan.changes();
        return new PlanStatus(
                plan.hash(),
                changes.size(),
                Bounded.of(
                                IntStream.range(0, changes.size()).boxed().toList(),
                                MOST_CHANGES,
                                CHANGES,
                                index -> change(index + 1, changes.get(index)))
                        .items());
    }

    private static ChangeStatus change(int seq, Change change) {
        return new ChangeStatus(
                seq,
                Cut.text(change.object().toString(), NAME),
                Cut.text(change.field(), NAME),
                word(change.risk()),
                change.feasibility().word(),
                word(change.drift()),
                Cut.text(ChangeDiff.of(change), DIFF),
                Cut.list(
                        change.steps().stream()
                                .filter(Predicate.not(String::isEmpty))
                                .toList(),
                        MOST_ITEMS,
                        ITEMS));
    }

    static Bounded<ConflictStatus> conflicts(List<Conflict> conflicts) {
        return Bounded.of(conflicts, MOST_CONFLICTS, CONFLICTS, PlanOf::conflict);
    }

    private static ConflictStatus conflict(Conflict conflict) {
        return new ConflictStatus(
                conflict.kind().id(),
                conflict.kind().severity().word(),
                Cut.list(conflict.objects(), MOST_ITEMS, ITEMS),
                Cut.text(conflict.message(), TEXT),
                Cut.text(conflict.fix(), TEXT));
    }

    static Bounded<String> refusals(Plan plan) {
        return Bounded.of(plan.refusals(), MOST_REFUSALS, REFUSALS, refusal -> Cut.text(refusal, REFUSAL));
    }

    /** A constant as statuses write words: PROXY_RESTART as ProxyRestart. */
    private static String word(Enum<?> constant) {
        return Arrays.stream(constant.name().split("_", -1))
                .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
