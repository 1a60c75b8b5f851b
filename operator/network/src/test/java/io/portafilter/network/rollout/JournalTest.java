package io.portafilter.network.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    private static final Instant NOON = Instant.parse("2030-05-01T12:00:00.123456789Z");

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadAgain(Phase phase) {
        Journal journal = new Journal(
                phase, "sha256:1f0c", "backup-000003", 12, true, NOON, "why", List.of(NOON, NOON.minusSeconds(9)));

        assertThat(Journal.parse(journal.text())).isEqualTo(journal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "two\nlines\r\n",
                "\"quotes\" and \\",
                "a: b # c",
                "true",
                "- x",
                "\u0000\u0007\u001b[31m",
                "\u007f\u0085\u009f",
                "\u2028\ufeff\ufffe",
                "\ud83d\ude00",
                "half of one: \ud83d",
                "null",
                "~",
                "0x10"
            })
    void noMessageKeepsAJournalFromBeingReadAgain(String message) {
        Journal journal = Journal.EMPTY
                .begin("sha256:1f0c", "backup-000003", 12, false, NOON)
                .enter(Phase.RETURNING, message, NOON);

        Journal read = Journal.parse(journal.text());
        assertThat(read.phase()).isEqualTo(Phase.RETURNING);
        assertThat(read.backup()).isEqualTo("backup-000003");
        assertThat(read.message()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1, 2]", "just a text", "3", "{\"phase\": [\"Applying\"]}", "a: b: c"})
    void oddTextReadsAsNothing(String text) {
        assertThat(Journal.parse(text)).isEqualTo(Journal.EMPTY);
    }

    @Test
    void whatIsOddInATextIsLeftOutAndTheRestCounts() {
        Journal journal = Journal.parse("{\"phase\": \"Applying\", \"hash\": \"sha256:1f0c\", \"generation\": \"many\","
                + " \"at\": \"yesterday\", \"restoring\": \"perhaps\", \"restorations\": [\"noon\", \"" + NOON
                + "\", {}]}");

        assertThat(journal)
                .isEqualTo(new Journal(Phase.APPLYING, "sha256:1f0c", "", 0, false, Instant.EPOCH, "", List.of(NOON)));
    }

    @Test
    void aPhaseThatNobodyKnowsIsNone() {
        assertThat(Journal.parse("{\"phase\": \"Exploding\"}").phase()).isEqualTo(Phase.NONE);
    }

    @Test
    void onlyWhatTakesBackIsCountedAsARestoration() {
        Journal journal = Journal.EMPTY.begin("sha256:1", "b-1", 1, false, NOON);
        assertThat(journal.restorations()).isEmpty();

        journal = journal.begin("sha256:2", "b-2", 1, true, NOON.plusSeconds(60));
        assertThat(journal.restorations()).containsExactly(NOON.plusSeconds(60));
        assertThat(journal.restoring()).isTrue();
    }

    @Test
    void aRestorationIsRememberedThroughWhateverFollowsForAnHour() {
        Journal journal = Journal.EMPTY
                .begin("sha256:1", "b-1", 1, true, NOON)
                .enter(Phase.APPLIED, "", NOON.plusSeconds(5))
                .begin("sha256:2", "b-2", 2, false, NOON.plusSeconds(10));

        Instant hourLater = NOON.plus(Duration.ofHours(1));
        assertThat(journal.recent(hourLater.minusNanos(1))).containsExactly(NOON);
        assertThat(journal.recent(hourLater)).isEmpty();
    }

    @Test
    void theListDoesNotGrowForEver() {
        Journal journal = Journal.EMPTY;
        for (int minute = 0; minute < 300; minute++) {
            journal = journal.begin("sha256:1", "b-1", 1, true, NOON.plus(Duration.ofMinutes(minute)));
        }

        assertThat(journal.restorations()).hasSize(60);
    }

    @Test
    void anotherPhaseKeepsWhatTheApplyIsAbout() {
        Journal begun = Journal.EMPTY.begin("sha256:1", "b-1", 3, true, NOON);

        assertThat(begun.enter(Phase.FAILED, "nobody answers", NOON.plusSeconds(1)))
                .isEqualTo(new Journal(
                        Phase.FAILED,
                        "sha256:1",
                        "b-1",
                        3,
                        true,
                        NOON.plusSeconds(1),
                        "nobody answers",
                        List.of(NOON)));
    }

    @Test
    void onlyApplyingAndReturningGoOn() {
        assertThat(Phase.values()).filteredOn(Phase::isActive).containsExactly(Phase.APPLYING, Phase.RETURNING);
    }
}
