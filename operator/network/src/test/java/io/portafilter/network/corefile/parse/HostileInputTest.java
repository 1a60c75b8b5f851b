package io.portafilter.network.corefile.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What somebody writes who wants the operator to burn its memory or its time. */
class HostileInputTest {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void aMegabyteOfPluginsIsRead() {
        String line = "    log example.org\n";
        String text = ".:53 {\n" + line.repeat((MEGABYTE - 20) / line.length()) + "}\n";

        assertThat(parse(text).blocks().getFirst().stanzas()).hasSizeGreaterThan(50_000);
    }

    @Test
    void moreThanAMegabyteIsNot() {
        assertThat(parse("#".repeat(MEGABYTE + 1)).problems())
                .extracting(Problem::rule)
                .containsExactly(Rule.TOO_LARGE);
    }

    @Test
    void tenThousandSnippetsAreExpandedAndNoMore() {
        String snippet = "(s) {\n    errors\n}\n";
        assertThat(parse(snippet + ".:53 {\n" + "import s\n".repeat(10_000) + "}\n")
                        .problems())
                .isEmpty();
        assertThat(parse(snippet + ".:53 {\n" + "import s\n".repeat(10_001) + "}\n")
                        .problems())
                .extracting(Problem::rule)
                .containsExactly(Rule.IMPORT_DEPTH);
    }

    @Test
    void snippetsThatImportEachOtherEnd() {
        assertThat(parse("(a) {\nimport b\n}\n(b) {\nimport a\n}\n.:53 {\nimport a\n}\n")
                        .problems())
                .extracting(Problem::rule)
                .containsExactly(Rule.IMPORT_DEPTH);
    }

    @Test
    void snippetsThatDoubleEachOtherEnd() {
        StringBuilder text = new StringBuilder("(s0) {\nerrors\nerrors\n}\n");
        for (int i = 1; i <= 40; i++) {
            text.append("(s")
                    .append(i)
                    .append(") {\n")
                    .append(("import s" + (i - 1) + "\n").repeat(2))
                    .append("}\n");
        }

        assertThat(parse(text + ".:53 {\nimport s40\n}\n").problems())
                .extracting(Problem::rule)
                .containsExactly(Rule.IMPORT_DEPTH);
    }

    @Test
    void aLongSnippetIsNotRepeatedUntilMemoryEnds() {
        String words = "(s) {\n" + "log a\n".repeat(60_000) + "}\n";
        String characters = "(s) {\nlog " + "a".repeat(500_000) + "\n}\n";
        String uses = ".:53 {\n" + "import s\n".repeat(9_000) + "}\n";

        assertThat(parse(words + uses).problems()).extracting(Problem::rule).containsExactly(Rule.TOO_LARGE);
        assertThat(parse(characters + uses).problems())
                .extracting(Problem::rule)
                .containsExactly(Rule.TOO_LARGE);
    }

    @Test
    void aFileThatImportsItselfEnds() {
        Imports files = new ImportedFiles(Map.of("/loop", "import /loop\nimport /loop\n"));

        assertThat(CorefileParser.following(files)
                        .parse("Corefile", "import /loop\n")
                        .problems())
                .extracting(Problem::rule)
                .containsAnyOf(Rule.IMPORT_DEPTH, Rule.TOO_LARGE);
    }

    @Test
    void manyReferencesInOneWordAreRefused() {
        StringBuilder word = new StringBuilder(".");
        for (int i = 0; i < 80_000; i++) {
            word.append("{$A").append(i).append("}{%B").append(i).append("%}");
        }
        assertThat(parse(word.substring(0, 1_000_000) + " {\n}\n").problems())
                .extracting(Problem::rule)
                .containsExactly(Rule.TOO_LARGE);
    }

    @Test
    void bracesAndQuotesWithoutEndAreSyntaxErrors() {
        assertThat(parse(".:53 {\nlog " + "{\n".repeat(400_000)).parsed()).isFalse();
        assertThat(parse(".:53 {\nlog \"" + "a\n".repeat(400_000)).parsed()).isFalse();
        assertThat(parse("a,\n".repeat(300_000)).parsed()).isFalse();
    }

    @Test
    void rubbishNeverThrows() {
        Random random = new Random(7);
        String alphabet = "{}()\",#\\\n\r\t .$%*?[]importlogae:/\u0000\u00a0\uFEFF\uD83D";
        for (int run = 0; run < 20_000; run++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int i = 0; i < length; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(CorefileParser.following(ImportedFiles.none())
                            .parse("Corefile", text.toString())
                            .problems())
                    .as(text.toString())
                    .isNotNull();
            assertThat(CorefileParser.keeping()
                            .parse("Corefile", text.toString())
                            .problems())
                    .as(text.toString())
                    .isNotNull();
        }
    }

    private static Corefile parse(String text) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> CorefileParser.following(ImportedFiles.none()).parse("Corefile", text));
    }
}
