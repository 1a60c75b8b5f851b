package io.portafilter.e2e.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The check itself: each way in which a table can be wrong is told, and nothing else. */
final class BehaviourTableProblemsTest {
    private static final TestIndex TESTS = new TestIndex(
            Map.of("PathTest", Set.of("exactFirst")),
            Set.of("hosts.in.yaml", "hosts.out.yaml", "half.in.yaml"),
            new OracleIndex(Optional.of(Map.of("path", 3)), Set.of("path/1")));

    @Test
    void aProvedOrPromisedTableHasNoProblem() {
        assertThat(problems(
                        "| id | statement | proof |",
                        "|---|---|---|",
                        "| 2.1-first | Exact is first. | `PathTest#exactFirst`, `golden:hosts`, `oracle:path/2` |",
                        "| 8-basic | Basic auth. | later (auth) |",
                        "Prose | with bars | is passed over."))
                .isEmpty();
    }

    @Test
    void anEmptyProofIsNoRow() {
        assertThat(problems("| 2.1-first | Exact is first. |  |"))
                .singleElement()
                .asString()
                .contains("line 1", "2.1-first");
    }

    @Test
    void anIdThatBeginsWithNoSectionIsNoRow() {
        assertThat(problems("| first | Exact is first. | later (paths) |"))
                .singleElement()
                .asString()
                .contains("not a row");
    }

    @Test
    void pendingIsNeitherATestNorLater() {
        assertThat(problems("| 2.1-first | Exact is first. | pending |"))
                .containsExactly("line 1, 2.1-first: pending is neither a test nor `later (feature)`");
    }

    @Test
    void laterNamesItsFeature() {
        assertThat(problems("| 8-basic | Basic auth. | later |")).hasSize(1);
    }

    @Test
    void aTestAndLaterExcludeEachOther() {
        assertThat(problems("| 8-basic | Basic auth. | `PathTest#exactFirst`, later (auth) |"))
                .containsExactly("line 1, 8-basic: later (auth) is neither a test nor `later (feature)`");
    }

    @Test
    void aDoubleIdIsTold() {
        assertThat(problems("| 2-a | One. | later (x) |", "| 2-a | Two. | later (x) |"))
                .containsExactly("line 2, 2-a: this id stands on an earlier line");
    }

    @Test
    void aMissingMethodClassPairOrCaseIsTold() {
        assertThat(problems(
                        "| 2-a | One. | `PathTest#exactLast` |",
                        "| 2-b | Two. | `RoadTest#exactFirst` |",
                        "| 2-c | Three. | `golden:half` |",
                        "| 2-d | Four. | `oracle:road/0` |",
                        "| 2-e | Five. | `oracle:path/3` |",
                        "| 2-f | Six. | `oracle:path/1` |"))
                .containsExactly(
                        "line 1, 2-a: no test PathTest#exactLast",
                        "line 2, 2-b: no test RoadTest#exactFirst",
                        "line 3, 2-c: no pair half.in.yaml, half.out.yaml",
                        "line 4, 2-d: the replay asserts nothing of road/0",
                        "line 5, 2-e: the replay asserts nothing of path/3",
                        "line 6, 2-f: the replay asserts nothing of path/1");
    }

    private static List<String> problems(String... lines) {
        return BehaviourTable.parse(List.of(lines)).problems(TESTS);
    }
}
