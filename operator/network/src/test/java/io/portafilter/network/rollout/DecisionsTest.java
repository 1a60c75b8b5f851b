package io.portafilter.network.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.check.Conflict;
import io.portafilter.network.check.ConflictKind;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.plan.Change;
import io.portafilter.network.plan.Drift;
import io.portafilter.network.plan.Feasibility;
import io.portafilter.network.plan.Plan;
import io.portafilter.network.plan.Risk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsTest {
    private static final Instant NOON = Instant.parse("2030-05-01T12:00:00Z");
    private static final String HASH = "sha256:" + "1".repeat(64);
    private static final String OTHER = "sha256:" + "2".repeat(64);
    private static final int GENERATION = 4;
    private static final Conflict HIJACK =
            new Conflict(ConflictKind.STUB_HIJACK, List.of("ConfigMap kube-system/coredns"), "names are gone", "undo");
    private static final Conflict LOOP =
            new Conflict(ConflictKind.DNS_LOOP_RISK, List.of("Node w1"), "queries come back", "name servers");
    private static final Outlook WELL = new Outlook(List.of(), List.of());

    private final Change change = change(Feasibility.APPLY, Drift.FIRST);
    private final Change theirs = change(Feasibility.APPLY, Drift.SOMEBODY_ELSE);
    private List<Change> changes = List.of(change);
    private List<String> refusals = List.of();
    private String mode = "Enforce";
    private Map<String, Object> approval = Map.of("planHash", HASH);
    private Outlook outlook = WELL;
    private Journal journal = Journal.EMPTY;
    private boolean mayWrite = true;

    @Test
    void anApprovedPlanIsCarriedOut() {
        assertThat(decide()).isEqualTo(new Decision.Go(false));
    }

    @Test
    void anAutomaticPlanIsCarriedOutWhereNoErrorRemains() {
        approval = Map.of("policy", "Automatic");

        assertThat(decide()).isEqualTo(new Decision.Go(false));
    }

    @Test
    void whatSomebodyElseChangedIsTakenBackWithoutAnApproval() {
        approval = Map.of();
        changes = List.of(theirs);

        assertThat(decide()).isEqualTo(new Decision.Go(true));
    }

    @ParameterizedTest
    @EnumSource(names = {"FIRST", "WISH_CHANGED", "BOTH"})
    void aPlanThatDoesMoreThanTakeBackNeedsAnApproval(Drift more) {
        approval = Map.of();
        changes = List.of(theirs, change(Feasibility.APPLY, more));

        assertHeld(Hold.NOT_APPROVED, HASH);
    }

    @Test
    void whatAPersonMustDoDoesNotKeepUsFromTakingBack() {
        approval = Map.of();
        changes = List.of(theirs, change(Feasibility.MANUAL, Drift.FIRST));

        assertThat(decide()).isEqualTo(new Decision.Go(true));
    }

    @Test
    void withoutAnythingToWriteItIsSettledWhateverTheModeAndTheApproval() {
        mode = "Observe";
        approval = Map.of("planHash", OTHER);
        for (List<Change> none : List.of(List.<Change>of(), List.of(change(Feasibility.MANUAL, Drift.FIRST)))) {
            changes = none;
            assertThat(decide()).isEqualTo(new Decision.Settled());
        }
    }

    @Test
    void aRefusalInAPlanBlocksAllOfIt() {
        refusals = List.of("spec.dns: tempalte is no plugin");

        assertHeld(Hold.REFUSED, "tempalte is no plugin");
    }

    @Test
    void aRefusalIsToldAlsoWhereNothingElseIsPlanned() {
        refusals = List.of("spec.cni: not planned");
        changes = List.of();

        assertHeld(Hold.REFUSED, "not planned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Observe", "Plan"})
    void outsideOfEnforceNothingIsCarriedOut(String other) {
        mode = other;

        assertHeld(Hold.MODE, other);
    }

    @Test
    void anOperatorThatOnlyObservesSaysWhatWouldLetItWrite() {
        mayWrite = false;

        assertHeld(Hold.READ_ONLY, "networkSetup.write");
    }

    @Test
    void aPlanThatNobodyApprovedWaitsAndNamesItsHash() {
        approval = Map.of();

        assertHeld(Hold.NOT_APPROVED, HASH);
    }

    @Test
    void anApprovalOfAnotherPlanIsOutdatedAndBothHashesAreNamed() {
        approval = Map.of("planHash", OTHER);

        assertHeld(Hold.APPROVAL_OUTDATED, HASH);
        assertHeld(Hold.APPROVAL_OUTDATED, OTHER);
    }

    @Test
    void anAutomaticPlanIsHeldByAnErrorThatWouldRemain() {
        approval = Map.of("policy", "Automatic");
        outlook = new Outlook(List.of(LOOP), List.of());

        assertHeld(Hold.ERRORS, "DNSLoopRisk (queries come back)");
    }

    @Test
    void anApprovedPlanIsNotHeldByAnErrorThatIsThereAnyway() {
        outlook = new Outlook(List.of(LOOP), List.of());

        assertThat(decide()).isEqualTo(new Decision.Go(false));
    }

    @Test
    void anApprovedPlanIsHeldByAnErrorThatItAdds() {
        outlook = new Outlook(List.of(LOOP, HIJACK), List.of(HIJACK));

        assertHeld(Hold.ERRORS, "StubHijack (names are gone)");
        assertThat(held().message()).doesNotContain("DNSLoopRisk");
    }

    @Test
    void whatIsTakenBackMustNotAddAnErrorEither() {
        changes = List.of(theirs);
        outlook = new Outlook(List.of(HIJACK), List.of(HIJACK));

        assertHeld(Hold.ERRORS, "StubHijack");
    }

    @Test
    void noMoreThanThreeErrorsAreNamed() {
        outlook = new Outlook(List.of(), List.of(LOOP, LOOP, LOOP, HIJACK));

        assertThat(held().message()).contains("DNSLoopRisk").doesNotContain("StubHijack");
    }

    @ParameterizedTest
    @EnumSource(names = {"ROLLED_BACK", "FAILED"})
    void aPlanThatFailedIsNotTriedAgainForTheSameSpec(Phase end) {
        journal = ended(end, HASH, GENERATION);

        assertHeld(Hold.FAILED_BEFORE, "a replica did not load it");
    }

    @ParameterizedTest
    @EnumSource(names = {"ROLLED_BACK", "FAILED"})
    void anotherPlanOrAnotherGenerationIsTriedThoughOneFailed(Phase end) {
        journal = ended(end, OTHER, GENERATION);
        assertThat(decide()).isEqualTo(new Decision.Go(false));

        journal = ended(end, HASH, GENERATION - 1);
        assertThat(decide()).isEqualTo(new Decision.Go(false));
    }

    @Test
    void aPlanThatWasAppliedOnceMayBeAppliedAgain() {
        journal = ended(Phase.APPLIED, HASH, GENERATION);

        assertThat(decide()).isEqualTo(new Decision.Go(false));
    }

    @Test
    void theFourthRestorationWithinAnHourIsHeld() {
        changes = List.of(theirs);
        journal = restored(50, 30);
        assertThat(decide()).isEqualTo(new Decision.Go(true));

        journal = restored(50, 30, 1);
        assertHeld(Hold.RESTORED_TOO_OFTEN, "3 restorations within an hour");
    }

    @Test
    void aRestorationIsForgottenAfterAnHour() {
        changes = List.of(theirs);
        journal = restored(60, 30, 1);

        assertThat(decide()).isEqualTo(new Decision.Go(true));
    }

    @Test
    void anotherSpecLetsItBeRestoredAgain() {
        changes = List.of(theirs);
        journal = ended(Phase.APPLIED, OTHER, GENERATION - 1, 50, 30, 1);

        assertThat(decide()).isEqualTo(new Decision.Go(true));
    }

    @Test
    void tooManyRestorationsDoNotHoldWhatSomebodyApproved() {
        journal = restored(3, 2, 1);

        assertThat(decide()).isEqualTo(new Decision.Go(false));
    }

    @Test
    void everyHoldHasAWordOfItsOwn() {
        assertThat(Hold.values())
                .extracting(Hold::word)
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("([A-Z][a-z]+)+"));
    }

    private void assertHeld(Hold reason, String says) {
        assertThat(held().reason()).isEqualTo(reason);
        assertThat(held().message()).contains(says);
    }

    private Decision.Held held() {
        Decision decision = decide();
        assertThat(decision).isInstanceOf(Decision.Held.class);
        return (Decision.Held) decision;
    }

    private Decision decide() {
        NetworkSetupSpec spec = RecordReader.read(
                        NetworkSetupSpec.class,
                        Map.of(
                                "mode",
                                mode,
                                "approval",
                                approval,
                                "pods",
                                Map.of("cidrs", List.of("10.244.0.0/16")),
                                "services",
                                Map.of("cidrs", List.of("10.96.0.0/12"))),
                        "spec")
                .value();
        return Decisions.of(
                new Case(spec, GENERATION, new Plan(changes, refusals, HASH), outlook, journal, mayWrite, NOON));
    }

    private static Journal restored(int... minutesAgo) {
        return ended(Phase.APPLIED, OTHER, GENERATION, minutesAgo);
    }

    private static Journal ended(Phase end, String hash, int generation, int... minutesAgo) {
        List<Instant> restorations = IntStream.of(minutesAgo)
                .mapToObj(minutes -> NOON.minus(Duration.ofMinutes(minutes)))
                .toList();
        return new Journal(end, hash, "backup-1", generation, false, NOON, "a replica did not load it", restorations);
    }

    private static Change change(Feasibility feasibility, Drift drift) {
        return new Change(
                new ObjectId("ConfigMap", "kube-system", "coredns"),
                "Corefile",
                "old",
                "new",
                Risk.RELOAD,
                feasibility,
                drift,
                "",
                "",
                "",
                List.of());
    }
}
