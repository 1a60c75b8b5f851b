package io.portafilter.network.corefile.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.corefile.check.CoreDns;
import io.portafilter.network.corefile.check.CorefileCheck;
import io.portafilter.network.corefile.form.Version;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkTest {
    private static final Mark MARK = new Mark("1f0c23456789", "sha256:1f0c23456789abcd");
    private static final CorefileRenderer RENDERER =
            new CorefileRenderer(CorefileCheck.plain(CoreDns.of(new Version(1, 14, 7))));

    static Set<String> names() {
        return GoldenSettings.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void withoutItsMarkAWrittenCorefileIsThePlannedOne(String name) {
        String marked =
                RENDERER.renderForApply(GoldenSettings.of(name), MARK).text().orElseThrow();

        assertThat(Mark.strip(marked))
                .isEqualTo(RENDERER.render(GoldenSettings.of(name)).text().orElseThrow())
                .isNotEqualTo(marked);
        assertThat(Mark.answerOf(marked)).contains(MARK.answer());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aPlannedCorefileHasNoMarkAndLosesNothing(String name) {
        String planned = RENDERER.render(GoldenSettings.of(name)).text().orElseThrow();

        assertThat(Mark.answerOf(planned)).isEmpty();
        assertThat(Mark.strip(planned)).isEqualTo(planned);
    }

    @Test
    void theAnswerIsThatOfTheGeneration() {
        assertThat(MARK.answer()).isEqualTo("portafilter-1f0c23456789");
        assertThat(Mark.answerOf(".:53 {\n\tchaos portafilter-1f0c  \r\n}\n")).contains("portafilter-1f0c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".:53 {\n    chaos CoreDNS-1.14.7 us@example.com\n}\n",
                ".:53 {\n    chaos\n}\n",
                "# chaos portafilter-1f0c\n",
                ".:53 {\n    chaos portafilter-1f0c us@example.com\n}\n",
                "# managed by portafilter\n",
                "chaos.example {\n}\n",
                ".:53 {\n    chaos portafilter-\n}\n"
            })
    void whatSomebodyElseWroteIsNoMark(String corefile) {
        assertThat(Mark.answerOf(corefile)).isEmpty();
        assertThat(Mark.strip(corefile)).isEqualTo(corefile);
    }

    @Test
    void linesAroundAMarkStay() {
        assertThat(Mark.strip(".:53 {\n\n    chaos portafilter-1f0c\n\n    errors\n}\n"))
                .isEqualTo(".:53 {\n\n\n    errors\n}\n");
        assertThat(Mark.strip("# managed by portafilter; plan sha256:1f0c\r\n\r\n.:53 {\r\n}\r\n"))
                .isEqualTo("\r\n.:53 {\r\n}\r\n");
        assertThat(Mark.strip("errors\nchaos portafilter-1f0c")).isEqualTo("errors\n");
    }
}
