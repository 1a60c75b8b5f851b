package io.portafilter.controller.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.crds.status.AppliedStatus;
import io.portafilter.crds.status.AppliedStatus.Outcome;
import io.portafilter.crds.status.ApplyingStatus;
import io.portafilter.network.rollout.Decision;
import io.portafilter.network.rollout.Hold;
import io.portafilter.network.rollout.Journal;
import io.portafilter.network.rollout.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JournalStatusTest {
    private static final Instant NOON = Instant.parse("2030-05-01T12:00:00.987Z");

    @ParameterizedTest
    @CsvSource({"APPLYING,Applying", "RETURNING,Returning"})
    void anApplyThatGoesOnSaysWhatItWaitsFor(Phase phase, String word) {
        assertThat(JournalStatus.applying(journal(phase, ""), "1 of 2 replicas"))
                .contains(new ApplyingStatus("sha256:1f0c", word, "2030-05-01T12:00:00Z", "1 of 2 replicas"));
        assertThat(JournalStatus.applied(journal(phase, ""), "ours")).isEmpty();
    }

    @Test
    void anApplyThatWaitsForNothingBegins() {
        assertThat(JournalStatus.applying(journal(Phase.APPLYING, ""), "")
                        .orElseThrow()
                        .message())
                .isEqualTo("begins");
    }

    @ParameterizedTest
    @CsvSource({"APPLIED,APPLIED", "ROLLED_BACK,ROLLED_BACK", "FAILED,FAILED"})
    void anApplyThatEndedSaysHowAndWhereItsBackupIs(Phase phase, Outcome outcome) {
        assertThat(JournalStatus.applied(journal(phase, "why"), "ours"))
                .contains(new AppliedStatus(
                        "sha256:1f0c", "2030-05-01T12:00:00Z", outcome, "ours/backup-3", Optional.of("why")));
        assertThat(JournalStatus.applying(journal(phase, "why"), "something")).isEmpty();
    }

    @Test
    void whereNothingWasEverAppliedNothingIsTold() {
        assertThat(JournalStatus.applying(Journal.EMPTY, "")).isEmpty();
        assertThat(JournalStatus.applied(Journal.EMPTY, "ours")).isEmpty();
        assertThat(SetupEvents.Told.of(stand(Journal.EMPTY, Optional.empty()))).isEmpty();
    }

    @Test
    void anApplyWithoutAMessageHasNone() {
        assertThat(JournalStatus.applied(journal(Phase.APPLIED, ""), "ours")
                        .orElseThrow()
                        .message())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "APPLYING,false,Applying",
        "RETURNING,true,Returning",
        "APPLIED,false,Applied",
        "ROLLED_BACK,true,RolledBack",
        "FAILED,true,Failed"
    })
    void anEventTellsHowAnApplyIs(Phase phase, boolean bad, String reason) {
        SetupEvents.Told told = SetupEvents.Told.of(stand(journal(phase, "why"), Optional.empty()))
                .orElseThrow();

        assertThat(told.bad()).isEqualTo(bad);
        assertThat(told.reason()).isEqualTo(reason);
        assertThat(told.message()).contains("plan sha256:1f0c");
        assertThat(told.message().endsWith(": why")).isEqualTo(bad);
    }

    @ParameterizedTest
    @EnumSource
    void whyAPlanIsHeldIsToldBeforeHowTheLastOneEnded(Hold hold) {
        Decision.Held held = new Decision.Held(hold, "do this");

        boolean usual = hold == Hold.MODE || hold == Hold.NOT_APPROVED;
        assertThat(SetupEvents.Told.of(stand(journal(Phase.APPLIED, ""), Optional.of(held))))
                .contains(new SetupEvents.Told(!usual, hold.word(), "do this"));
    }

    private static Driver.Stand stand(Journal journal, Optional<Decision.Held> held) {
        return new Driver.Stand(journal, "", held, Optional.empty(), false);
    }

    private static Journal journal(Phase phase, String message) {
        return new Journal(phase, "sha256:1f0c", "backup-3", 4, false, NOON, message, List.of());
    }
}
