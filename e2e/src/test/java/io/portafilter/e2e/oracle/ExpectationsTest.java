package io.portafilter.e2e.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** An exception that names nobody, or everybody, would hide a disagreement. */
class ExpectationsTest {
    private static final Map<String, Integer> SIZES = Map.of("one", 2, "two", 1);

    @Test
    void whatIsNotNamedHasToAgree() {
        Expectations expectations = Expectations.parse("""
                - {case: one, requests: [1], differs: We say no., status: 403}
                - {case: two, later: not built}
                """, SIZES);
        assertThat(expectations.of("one", 0)).isEqualTo(new Expectation.Agree());
        assertThat(expectations.of("one", 1)).isEqualTo(new Expectation.Differs("We say no.", 403));
        assertThat(expectations.of("two", 0)).isEqualTo(new Expectation.Later("not built"));
        assertThat(expectations.sentences()).containsExactly("We say no.");
    }

    @Test
    void anEntryHasToNameACaseARequestAndAReasonOnce() {
        assertThatThrownBy(() -> parse("- {case: three, later: x}")).hasMessageContaining("there is no case \"three\"");
        assertThatThrownBy(() -> parse("- {case: one, requests: [2], later: x}"))
                .hasMessageContaining("has no request 2");
        assertThatThrownBy(() -> parse("[{case: one, later: x}, {case: one, requests: [0], later: y}]"))
                .hasMessageContaining("one 0 stands there twice");
        assertThatThrownBy(() -> parse("- {case: one}")).isInstanceOf(java.util.NoSuchElementException.class);
    }

    private static Expectations parse(String text) {
        return Expectations.parse(text, SIZES);
    }
}
