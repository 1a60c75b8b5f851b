package io.portafilter.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.cli.Golden;
import io.portafilter.cli.report.Problem;
import io.portafilter.cli.report.Problems;
import io.portafilter.compiler.IngressState;
import io.portafilter.compiler.IngressState.Effect;
import io.portafilter.contract.Digest;
import io.portafilter.contract.Json;
import io.portafilter.contract.Version;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusTest {
    private static final Version VERSION = new Version(new Digest("0".repeat(64)));
    private static final Problem OF_A_SERVICE = new Problem(
            Optional.empty(),
            Severity.WARNING,
            Optional.of(new Ref(Kind.SERVICE, new Name("default", "web"))),
            "",
            "service-without-endpoints",
            "it has none");

    @Test
    void theJsonIsWhatProgramsReadAndStaysAsItIs() {
        Status status = Status.of(
                VERSION,
                Arrays.stream(Effect.values())
                        .map(effect -> new IngressState(new Name("default", effect.name()), effect))
                        .toList(),
                new Problems(List.of(ProblemDiffTest.problem("NOTHING", 3), OF_A_SERVICE)),
                List.of("127.0.0.1", "::1"));

        Golden.assertSame("status.json", new String(Json.write(status), StandardCharsets.UTF_8) + "\n");
    }

    @Test
    void findingsStandWithTheirIngressAndAllOthersApart() {
        Status status = Status.of(
                VERSION,
                List.of(
                        new IngressState(new Name("default", "web"), Effect.CURRENT),
                        new IngressState(new Name("other", "web"), Effect.CURRENT)),
                new Problems(List.of(ProblemDiffTest.problem("web", 3), OF_A_SERVICE)),
                List.of("127.0.0.1"));

        assertThat(status.ingresses())
                .extracting(ingress -> ingress.findings().size())
                .containsExactly(1, 0);
        assertThat(status.problems()).extracting("id").containsExactly("service-without-endpoints");
    }
}
