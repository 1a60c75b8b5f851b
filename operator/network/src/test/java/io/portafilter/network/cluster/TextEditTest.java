package io.portafilter.network.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextEditTest {
    @Test
    void everythingElseKeepsItsBytes() {
        String text = "# ours\na: 1   # one\nb:\n    c: x\n    d: [1, 2]\n# the end\n";
        assertThat(TextEdit.set(text, List.of("b", "c"), "y")).contains(text.replace("c: x", "c: \"y\""));
        assertThat(TextEdit.set(text, List.of("a"), 2)).contains(text.replace("a: 1", "a: 2"));
        assertThat(TextEdit.set("a: \"x # y\" # why\n", List.of("a"), "z")).contains("a: \"z\" # why\n");
        assertThat(TextEdit.set(text, List.of("e"), true)).contains(text + "e: true\n");
        assertThat(TextEdit.set(text, List.of("b", "e"), 7)).contains(text.replace("b:\n", "b:\n    e: 7\n"));
        assertThat(TextEdit.set("{\n  \"a\": \"x\",\n  \"b\": {\"c\": 1}\n}\n", List.of("b", "c"), 2))
                .contains("{\n  \"a\": \"x\",\n  \"b\": {\"c\": 2}\n}\n");
    }

    @Test
    void whatWouldChangeMoreIsNotDone() {
        assertThat(TextEdit.set("a:\n  - 1\n  - 2\n", List.of("a"), "x")).isEmpty();
        assertThat(TextEdit.set("{\"x\": {\"a\": 1}, \"a\": 1}", List.of("a"), 2))
                .isEmpty();
        assertThat(TextEdit.set("no mapping", List.of("a"), "x")).isEmpty();
        assertThat(TextEdit.set("a: [", List.of("a"), "x")).isEmpty();
    }
}
