package io.portafilter.e2e.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** docs/behaviour.md against the tests that are really there. */
final class BehaviourTableTest {
    private static final Path PROJECT = Path.of(System.getProperty("project.dir"));
    private static final Path RECORDED = Path.of(System.getProperty("oracle.dir"), "answers");
    private static final Path EXCEPTIONS =
            PROJECT.resolve("e2e/src/test/resources/io/portafilter/e2e/oracle/later.yaml");
    private static final int SECTIONS = 22;

    @Test
    void everyRowIsProvedByATestThatExistsOrSaysLater() throws IOException {
        TestIndex tests = TestIndex.read(PROJECT, OracleIndex.read(RECORDED, EXCEPTIONS));

        assertThat(table().problems(tests)).isEmpty();
    }

    @Test
    void everySectionOfTheBehaviourHasRows() throws IOException {
        Map<Integer, List<Row>> sections =
                table().rows().stream().collect(Collectors.groupingBy(Row::section, TreeMap::new, Collectors.toList()));
        sections.forEach((section, rows) -> System.out.printf(
                "behaviour %2d: %3d proved, %3d later%n",
                section,
                rows.stream().filter(row -> !row.later()).count(),
                rows.stream().filter(Row::later).count()));

        assertThat(sections.keySet())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, SECTIONS).boxed().toList());
    }

    private static BehaviourTable table() throws IOException {
        return BehaviourTable.parse(Files.readAllLines(PROJECT.resolve("docs/behaviour.md")));
    }
}
