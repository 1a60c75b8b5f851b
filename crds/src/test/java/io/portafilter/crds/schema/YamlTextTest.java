package io.portafilter.crds.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes", "No", "ON", "off", "y", "N", "~", "null", "True", "010", "0o17", "0x1F", "1_000", "+12", "1e3",
                ".5", "1:20", ".inf", "-.INF", ".NaN", "<<", "=", "12", "1.5", ""
            })
    void aTextThatSomeParserTakesForSomethingElseStandsInQuotes(String text) {
        assertThat(YamlText.of(Map.of("a", text))).isIn("a: '" + text + "'\n", "a: \"" + text + "\"\n");
    }

    @Test
    void whatNobodyMistakesStandsAsItIs() {
        assertThat(YamlText.of(Map.of("a", List.of("corp.example", "10.96.0.10", "10.0.0.0/8", "fd00::/8", "Enforce"))))
                .isEqualTo("a:\n- corp.example\n- 10.96.0.10\n- 10.0.0.0/8\n- fd00::/8\n- Enforce\n");
        assertThat(YamlText.of(Map.of("a", List.of(true, 5)))).isEqualTo("a:\n- true\n- 5\n");
    }
}
