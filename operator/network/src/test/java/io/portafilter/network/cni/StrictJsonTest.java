package io.portafilter.network.cni;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " [ ] ",
                "0",
                "-1.5e+3",
                "\"\"",
                "\"a\\u00e9\\n\\\"\"",
                "null",
                "{\"a\":[1,true,{\"b\":null}]}\n",
                "[[[]]]"
            })
    void whatIsJsonIsTaken(String text) {
        assertThat(StrictJson.brokenLine(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\":1,}",
                "[1,]",
                "[,]",
                "{a:1}",
                "{'a':1}",
                "[1] 2",
                "01",
                "+1",
                ".5",
                "\"a\nb\"",
                "\"\\x\"",
                "# a\n{}",
                "{\"a\" 1}",
                "{\"a\":}",
                "tru",
                "NaN",
                "//\n{}"
            })
    void whatIsNotIsRefused(String text) {
        assertThat(StrictJson.brokenLine(text)).isPresent();
    }

    @Test
    void theLineIsNamedAndDepthAndLengthDoNoHarm() {
        assertThat(StrictJson.brokenLine("{\n \"a\": 1,\n}\n")).contains(3);
        assertThat(StrictJson.brokenLine("[".repeat(100_000))).contains(1);
        assertThat(StrictJson.brokenLine("\"" + "a".repeat(1 << 20) + "\"")).isEmpty();
        assertThat(StrictJson.brokenLine("\"" + "\\n".repeat(1 << 18) + "\"")).isEmpty();
    }
}
