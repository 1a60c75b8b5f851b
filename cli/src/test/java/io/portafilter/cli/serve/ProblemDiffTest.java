package io.portafilter.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.cli.report.Problem;
import io.portafilter.cli.report.Problems;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import io.portafilter.snapshot.folder.Location;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemDiffTest {
    private final Problem web = problem("web", 7);
    private final Problem api = problem("api", 9);

    @Test
    void whatIsNewAppearedAndWhatIsMissingIsGone() {
        assertThat(ProblemDiff.between(problems(web), problems(api)))
                .isEqualTo(new ProblemDiff(List.of(api), List.of(web)));
    }

    @Test
    void whatStaysIsNeither() {
        assertThat(ProblemDiff.between(problems(web, api), problems(web, api)))
                .isEqualTo(new ProblemDiff(List.of(), List.of()));
    }

    @Test
    void aProblemThatMovedToAnotherLineIsTheSame() {
        assertThat(ProblemDiff.between(problems(web), problems(problem("web", 12))))
                .isEqualTo(new ProblemDiff(List.of(), List.of()));
    }

    static Problem problem(String ingress, int line) {
        return new Problem(
                Optional.of(new Location("web.yaml", line, 1)),
                Severity.ERROR,
                Optional.of(new Ref(Kind.INGRESS, new Name("default", ingress))),
                "spec",
                "ingress-invalid",
                "it is wrong");
    }

    private static Problems problems(Problem... problems) {
        return new Problems(List.of(problems));
    }
}
