package io.portafilter.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import io.portafilter.snapshot.folder.Complaint;
import io.portafilter.snapshot.folder.Location;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static final Ref WEB = new Ref(Kind.INGRESS, new Name("default", "web"));

    @Test
    void placesComeBeforeObjectsAndWhatStandsNowhereLast() {
        Problem late = complaint("b.yaml", 1);
        Problem early = complaint("a.yaml", 10);
        Problem earlier = complaint("a.yaml", 9);
        Problem nowhere = Problem.of(finding(""), Optional.empty());

        assertThat(new Problems(List.of(nowhere, late, early, earlier)).list())
                .containsExactly(earlier, early, late, nowhere);
    }

    @Test
    void theSameProblemTwiceIsOne() {
        assertThat(new Problems(List.of(complaint("a.yaml", 1), complaint("a.yaml", 1))).list())
                .hasSize(1);
    }

    @Test
    void aFindingIsToldWithObjectAndFieldAndTheLineWhereTheObjectBegins() {
        Problems problems = Problems.of(
                List.of(), List.of(finding("spec.rules[0]")), ref -> Optional.of(new Location("a.yaml", 3, 1)));

        assertThat(problems.list())
                .singleElement()
                .hasToString("a.yaml:3:1: warning: Ingress default/web spec.rules[0]: it is odd [odd]");
    }

    @Test
    void aSentenceThatBeginsWithItsObjectDoesNotGetItTwice() {
        Complaint complaint = new Complaint(
                "twice",
                Severity.ERROR,
                new Location("a.yaml", 3, 1),
                Optional.of(WEB),
                "Ingress default/web is there twice");

        assertThat(Problem.of(complaint)).hasToString("a.yaml:3:1: error: Ingress default/web is there twice [twice]");
    }

    @Test
    void theSummaryCounts() {
        assertThat(new Problems(List.of()).summary()).isEqualTo("0 errors, 0 warnings, 0 infos");
        assertThat(new Problems(List.of(complaint("a", 1), Problem.of(finding(""), Optional.empty()))).summary())
                .isEqualTo("1 error, 1 warning, 0 infos");
    }

    @Test
    void inJsonWhatIsNotKnownIsLeftOut() {
        assertThat(new Problems(List.of(Problem.of(finding("spec"), Optional.empty()))).json())
                .isEqualTo("[{\"field\":\"spec\",\"id\":\"odd\",\"kind\":\"Ingress\",\"message\":\"it is odd\","
                        + "\"name\":\"web\",\"namespace\":\"default\",\"severity\":\"warning\"}]");
    }

    @Test
    void manyOfSomethingHaveAnotherEnding() {
        assertThat(List.of(Words.count(1, "host"), Words.count(0, "host"), Words.count(2, "Ingress")))
                .containsExactly("1 host", "0 hosts", "2 Ingresses");
    }

    private static Problem complaint(String file, int line) {
        return Problem.of(
                new Complaint("broken", Severity.ERROR, new Location(file, line, 1), Optional.empty(), "it is broken"));
    }

    private static Finding finding(String field) {
        return new Finding("odd", Severity.WARNING, WEB, field, "it is odd");
    }
}
