package io.portafilter.e2e.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.portafilter.e2e.product.Present;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every request of the recordings, asked of the product that serves the recorded objects. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OracleTest {
    private final Path oracle = Path.of(System.getProperty("oracle.dir", "../../shared/oracle"));
    private final Map<String, Case> cases = new TreeMap<>();
    private final Map<String, List<Recorded>> answers = new TreeMap<>();
    private final Map<Map<String, String>, Stage> stages = new LinkedHashMap<>();
    private final Score score = new Score();
    private Expectations expectations = Expectations.parse("[]", Map.of());
    private Optional<OracleBackends> backends = Optional.empty();

    @TempDir
    private Path temporary = Path.of("");

    @BeforeAll
    void read() throws IOException {
        Present.orSkip("the recordings of ingress-nginx", oracle);
        try (Stream<Path> files = Files.list(oracle.resolve("cases"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".yaml", "");
                cases.put(name, Case.parse(name, Files.readString(file)));
                answers.put(name, Recorded.parse(Files.readString(oracle.resolve("answers/" + name + ".json"))));
            }
        }
        Map<String, Integer> sizes = new TreeMap<>();
        answers.forEach((name, recorded) -> sizes.put(name, recorded.size()));
        expectations = Expectations.parse(later(), sizes);
        backends = Optional.of(OracleBackends.start());
    }

    @AfterAll
    void clear() throws IOException {
        for (Stage stage : stages.values()) {
            stage.close();
        }
        if (backends.isPresent()) {
            backends.get().close();
        }
        if (!cases.isEmpty()) {
            System.out.println(score);
        }
    }

    @TestFactory
    Stream<DynamicNode> theProductAnswersLikeIngressNginx() {
        return cases.values().stream().map(this::replay);
    }

    @Test
    void everyCaseHasAnAnswerToEachOfItsRequests() {
        assertThat(cases)
                .isNotEmpty()
                .allSatisfy((name, what) -> assertThat(answers.get(name)).hasSameSizeAs(what.steps()));
    }

    @Test
    void everyDifferenceOnPurposeHasItsSentenceInTheDocuments() throws IOException {
        String page = Files.readString(
                        Path.of(System.getProperty("project.dir", "..")).resolve("docs/differences.md"))
                .replaceAll("\\s+", " ");
        assertThat(expectations.sentences())
                .allSatisfy(sentence -> assertThat(page).contains(sentence));
    }

    private DynamicContainer replay(Case what) {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("is served", () -> stage(what).play(what)));
        List<Step> steps = what.steps();
        for (int i = 0; i < steps.size(); i++) {
            int number = i;
            tests.add(
                    switch (steps.get(i)) {
                        case Step.Ask ask -> dynamicTest(number + " " + ask, () -> judge(what, number, ask));
                        case Step.Apply apply ->
                            dynamicTest(number + " changes", () -> stage(what).apply(apply));
                    });
        }
        return dynamicContainer(what.name() + ": " + what.about(), tests);
    }

    private void judge(Case what, int number, Step.Ask ask) throws Exception {
        Recorded recorded = Objects.requireNonNull(answers.get(what.name())).get(number);
        switch (expectations.of(what.name(), number)) {
            case Expectation.Agree() -> {
                assertThat(Comparison.differences(recorded, stage(what).ask(ask)))
                        .isEmpty();
                score.agrees();
            }
            case Expectation.Later(String ignored) -> {
                score.later();
                if (agrees(what, recorded, ask)) {
                    score.couldBePromoted(what.name(), number);
                }
            }
            case Expectation.Differs differs -> {
                Observed observed = stage(what).ask(ask);
                assertThat(Observed.status(observed.heard())).isEqualTo(differs.status());
                assertThat(Comparison.differences(recorded, observed))
                        .as("the difference on purpose")
                        .isNotEmpty();
                score.differs();
            }
        }
    }

    /** What is not built may fail in any way. */
    private boolean agrees(Case what, Recorded recorded, Step.Ask ask) {
        try {
            return Comparison.differences(recorded, stage(what).ask(ask)).isEmpty();
        } catch (Exception e) {
            return false;
        }
    }

    /** One product for all cases with the same options. */
    private Stage stage(Case what) {
        return stages.computeIfAbsent(what.options(), options -> {
            try {
                Path place = Files.createDirectory(temporary.resolve("stage" + stages.size()));
                return Stage.open(place, options, backends.orElseThrow());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String later() throws IOException {
        try (InputStream in = Objects.requireNonNull(OracleTest.class.getResourceAsStream("later.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
