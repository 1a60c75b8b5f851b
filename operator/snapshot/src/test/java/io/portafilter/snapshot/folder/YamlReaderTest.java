package io.portafilter.snapshot.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YamlReaderTest {
    @Test
    void everyNodeKnowsItsPlace() throws BrokenYaml {
        assertThat(YamlReader.read("a:\n  - b\n  - {c: 'd'}\n"))
                .isEqualTo(List.of(new Yaml.Mapping(
                        Map.of(
                                "a",
                                new Yaml.Sequence(
                                        List.of(
                                                new Yaml.Scalar("b", false, 1, 4),
                                                new Yaml.Mapping(Map.of("c", new Yaml.Scalar("d", true, 2, 8)), 2, 4)),
                                        1,
                                        2)),
                        0,
                        0)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text        | TEXT
            a.b         | TEXT
            10.0.0.1    | TEXT
            10m         | TEXT
            2026-01-31  | TEXT
            1:30        | TEXT
            +x          | TEXT
            .           | TEXT
            ..          | TEXT
            '"5"'       | TEXT
            !!str 5     | TEXT
            ! 5         | TEXT
            tRue        | TEXT
            y           | TEXT
            5           | NUMBER
            -5          | NUMBER
            +5          | NUMBER
            1_000       | NUMBER
            0x1F        | NUMBER
            0b11        | NUMBER
            0o17        | NUMBER
            017         | NUMBER
            080         | NUMBER
            1.5         | NUMBER
            1.          | NUMBER
            .5          | NUMBER
            1e3         | NUMBER
            1.5E-3      | NUMBER
            .inf        | NUMBER
            -.Inf       | NUMBER
            .NaN        | NUMBER
            '!!int "5"' | NUMBER
            !x 5        | NUMBER
            true        | BOOLEAN
            FALSE       | BOOLEAN
            yes         | BOOLEAN
            Off         | BOOLEAN
            null        | NULL
            ~           | NULL
            ''          | NULL
            """)
    void aScalarIsWhatKubernetesTakesItFor(String text, Yaml.Type type) throws BrokenYaml {
        List<Yaml> read = YamlReader.read("- " + text);
        assertThat(read)
                .singleElement()
                .isInstanceOfSatisfying(
                        Yaml.Sequence.class,
                        list -> assertThat(list.items())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        Yaml.Scalar.class,
                                        scalar -> assertThat(scalar.type()).isEqualTo(type)));
    }

    @Test
    void jsonIsYaml() throws BrokenYaml {
        Yaml read = YamlReader.read("{\n\t\"a\": [1,\t\"\\u00e9 \\/ \\n\", null],\n\t\"b\": true\n}")
                .getFirst();
        assertThat(read)
                .isInstanceOfSatisfying(
                        Yaml.Mapping.class,
                        mapping -> assertThat(mapping.entries())
                                .containsEntry("b", new Yaml.Scalar("true", false, 2, 6))
                                .extractingByKey("a")
                                .isEqualTo(new Yaml.Sequence(
                                        List.of(
                                                new Yaml.Scalar("1", false, 1, 7),
                                                new Yaml.Scalar("é / \n", true, 1, 10),
                                                new Yaml.Scalar("null", false, 1, 26)),
                                        1,
                                        6)));
    }

    @Test
    void anAliasStandsForItsAnchorAndAMergeFillsGaps() throws BrokenYaml {
        Yaml read = YamlReader.read("""
                base: &base {a: 1, b: 2}
                one: *base
                two:
                  <<: *base
                  b: 3
                three:
                  <<: [{a: 4}, *base]
                """).getFirst();
        assertThat(texts(read, "one")).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(texts(read, "two")).isEqualTo(Map.of("a", "1", "b", "3"));
        assertThat(texts(read, "three")).isEqualTo(Map.of("a", "4", "b", "2"));
    }

    @Test
    void nestingIsLimited() throws BrokenYaml {
        int most = YamlReader.MAX_DEPTH;
        assertThat(YamlReader.read("[".repeat(most) + "]".repeat(most))).hasSize(1);
        assertThatExceptionOfType(BrokenYaml.class)
                .isThrownBy(() -> YamlReader.read("[".repeat(100_000)))
                .withMessage("nested deeper than 200 levels")
                .satisfies(e -> assertThat(e.column()).isEqualTo(201));
    }

    @Test
    void aBombOfAliasesDoesNotGoOff() {
        StringBuilder bomb = new StringBuilder("- &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("- &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(10) + "]\n");
        }
        assertThatExceptionOfType(BrokenYaml.class)
                .isThrownBy(() -> YamlReader.read(bomb.toString()))
                .withMessage("the aliases stand for more than 100000 nodes")
                .satisfies(e -> assertThat(e.line()).isEqualTo(4));
    }

    @Test
    void manyPlainAliasesAreFine() throws BrokenYaml {
        String aliases = "- &a {name: web, port: 80}\n" + "- *a\n".repeat(10_000);
        assertThat(YamlReader.read(aliases))
                .singleElement()
                .isInstanceOfSatisfying(
                        Yaml.Sequence.class, list -> assertThat(list.items()).hasSize(10_001));
    }

    @Test
    void aCharacterThatYamlForbidsIsNamedWithItsPlace() {
        assertThatExceptionOfType(BrokenYaml.class)
                .isThrownBy(() -> YamlReader.read("a: b\nc: 😀x\u0007\n"))
                .withMessage("the character U+0007 is not allowed in YAML")
                .satisfies(e -> assertThat(List.of(e.line(), e.column())).isEqualTo(List.of(1, 6)));
    }

    private static Map<String, String> texts(Yaml yaml, String key) {
        Map<String, String> texts = new HashMap<>();
        if (yaml instanceof Yaml.Mapping outer && outer.entries().get(key) instanceof Yaml.Mapping inner) {
            inner.entries().forEach((name, value) -> {
                if (value instanceof Yaml.Scalar scalar) {
                    texts.put(name, scalar.text());
                }
            });
        }
        return texts;
    }
}
