package io.portafilter.network.corefile.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RulesPageTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| `(corefile-[a-z-]+)` \\| ([a-z ]+) \\|", Pattern.MULTILINE);

    @Test
    void thePageListsEveryRuleWithItsEffect() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("project.dir", "../.."), "docs/network/corefile.md"));

        assertThat(ROW.matcher(page).results().map(row -> row.group(1) + " " + row.group(2)))
                .containsExactlyElementsOf(Arrays.stream(Rule.values())
                        .map(rule -> rule.id() + " "
                                + rule.effect().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .toList());
    }

    @Test
    void longValuesAndControlCharactersDoNotSpoilSentences() {
        Problem problem = new Problem(
                Rule.VALUE, new Place("Corefile", 0), "forward", "a\n".repeat(100), "what\u0007", "Write b");

        assertThat(problem.sentence())
                .startsWith("Corefile: forward \"a a a")
                .endsWith("…\": what . Write b.")
                .doesNotContain("\n");
    }
}
