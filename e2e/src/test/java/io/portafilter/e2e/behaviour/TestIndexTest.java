package io.portafilter.e2e.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestIndexTest {
    @TempDir
    Path root;

    @BeforeEach
    void aModuleWithTests() throws IOException {
        write("module/src/test/java/a/RoadTest.java", """
                final class RoadTest {
                    @Test
                    void isLong() throws IOException {
                        helper();
                    }

                    @ParameterizedTest
                    @CsvSource({"a, b", "c, d"})
                    void hasTwoEnds(String from, String to) {}

                    private static void helper() {}

                    @Nested
                    final class Paved {
                        @RepeatedTest(3)
                        void isSmooth() {}
                    }
                }
                """);
        write("module/src/test/resources/golden/road.in.yaml", "");
        write("module/src/test/resources/golden/road.out.yaml", "");
        write("module/target/RiverTest.java", "@Test\n void isWet() {}");
    }

    @Test
    void findsTestMethodsOfAllForms() throws IOException {
        assertThat(index().methods()).containsOnlyKeys("RoadTest");
        assertThat(index().methods().get("RoadTest")).containsExactlyInAnyOrder("isLong", "hasTwoEnds", "isSmooth");
    }

    @Test
    void doesNotTakeAHelperForATest() throws IOException {
        assertThat(index().hasMethod("RoadTest", "helper")).isFalse();
    }

    @Test
    void aGoldenPairNeedsBothFiles() throws IOException {
        write("module/src/test/resources/golden/lane.in.yaml", "");

        assertThat(index().hasGolden("road")).isTrue();
        assertThat(index().hasGolden("lane")).isFalse();
    }

    private TestIndex index() throws IOException {
        return TestIndex.read(root, new OracleIndex(Optional.empty(), Set.of()));
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
