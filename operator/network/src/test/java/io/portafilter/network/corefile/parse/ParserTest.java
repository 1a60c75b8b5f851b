package io.portafilter.network.corefile.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParserTest {
    @Test
    void anErrorNamesTheLineAndTheRemedy() {
        Corefile corefile = parse(".:53 {\n    forward . 10.0.0.1 }\n}\n");

        assertThat(corefile.parsed()).isFalse();
        assertThat(corefile.problems().getFirst().sentence())
                .isEqualTo("Corefile line 2: grammar \"}\": Unexpected '}' because no matching opening brace."
                        + " Put the } on a line of its own, or open a { before it.");
    }

    @Test
    void commentsStayWithWhatFollowsThem() {
        Corefile corefile = parse("""
                # the main block
                .:53 {
                    # who answers
                    whoami # at once
                    log
                    # the end
                }
                # nothing more
                """);

        ServerBlock block = corefile.blocks().getFirst();
        assertThat(block.comments()).extracting(Comment::text).containsExactly("# the main block");
        assertThat(block.stanzas().getFirst().tokens().getFirst().comments())
                .containsExactly(new Comment(3, "# who answers"));
        assertThat(block.stanzas().getFirst().trailing()).containsExactly(new Comment(4, "# at once"));
        assertThat(block.stanzas().getLast().tokens().getFirst().comments()).isEmpty();
        assertThat(block.closing()).containsExactly(new Comment(6, "# the end"));
        assertThat(corefile.trailing()).containsExactly(new Comment(8, "# nothing more"));
    }

    @Test
    void aHashInAWordIsPointedOut() {
        Corefile corefile = parse(".:53 {\n    log foo#bar baz\n}\n");

        assertThat(texts(corefile.blocks().getFirst().stanzas().getFirst())).containsExactly("log", "foo", "baz");
        assertThat(corefile.parsed()).isTrue();
        assertThat(corefile.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo(Rule.COMMENT_IN_WORD);
            assertThat(problem.place().line()).isEqualTo(2);
        });
    }

    @Test
    void variablesAreReplacedInKeysAndArguments() {
        CorefileParser parser = new CorefileParser(
                new Environment(Optional.of(Map.of("ZONE", "example.org", "UP", "10.0.0.1"))),
                Optional.of(ImportedFiles.none()));

        ServerBlock block = parser.parse("Corefile", "{$ZONE}:{%PORT%}53 {\n forward . {$UP} {{$x}}\n}\n")
                .blocks()
                .getFirst();

        assertThat(block.keys()).containsExactly("example.org:53");
        assertThat(texts(block.stanzas().getFirst())).containsExactly("forward", ".", "10.0.0.1", "{}");
    }

    @Test
    void importedFilesAreReadInOrderAndKeepTheirNames() {
        Imports files = new ImportedFiles(Map.of(
                "/etc/coredns/custom/b.override", "log\n",
                "/etc/coredns/custom/a.override", "errors\n",
                "/etc/coredns/custom/c.server", "example.org:53 {\n whoami\n}\n"));
        Corefile corefile = CorefileParser.following(files)
                .parse(
                        "/etc/coredns/Corefile",
                        ".:53 {\n import custom/*.override\n}\nimport /etc/coredns/custom/*.server\n");

        assertThat(corefile.problems()).isEmpty();
        assertThat(corefile.blocks().getFirst().stanzas())
                .extracting(Stanza::directive)
                .containsExactly("errors", "log");
        assertThat(corefile.blocks()
                        .getFirst()
                        .stanzas()
                        .getLast()
                        .tokens()
                        .getFirst()
                        .file())
                .isEqualTo("/etc/coredns/custom/b.override");
        assertThat(corefile.blocks().getLast().keys()).containsExactly("example.org:53");
    }

    @Test
    void aPatternThatMatchesNothingIsNoError() {
        assertThat(parse(".:53 {\n import /none/*.override\n}\nimport /none/?.server")
                        .problems())
                .isEmpty();
        assertThat(parse(".:53 {\n import /none/file\n}").problems())
                .extracting(Problem::rule)
                .containsExactly(Rule.IMPORT_MISSING);
        assertThat(parse("import [a").problems()).extracting(Problem::rule).containsExactly(Rule.IMPORT_PATTERN);
    }

    @Test
    void importsOfFilesCanStayWhileSnippetsAreExpanded() {
        Corefile corefile = CorefileParser.keeping().parse("Corefile", """
                (common) {
                    errors
                }
                # teams
                import custom/*.server
                .:53 {
                    import common
                    forward . {$UP}
                    import custom/*.override
                }
                """);

        assertThat(corefile.problems()).isEmpty();
        assertThat(corefile.imports()).singleElement().satisfies(kept -> {
            assertThat(kept.pattern()).isEqualTo("custom/*.server");
            assertThat(kept.line()).isEqualTo(5);
            assertThat(kept.comments()).extracting(Comment::text).containsExactly("# teams");
        });
        assertThat(corefile.blocks().getFirst().stanzas())
                .extracting(ParserTest::texts)
                .containsExactly(
                        List.of("errors"), List.of("forward", ".", "{$UP}"), List.of("import", "custom/*.override"));
    }

    @Test
    void starsDoNotCrossFolders() {
        assertThat(ImportedFiles.matches("/a/*.x", "/a/b.x")).isTrue();
        assertThat(ImportedFiles.matches("/a/*.x", "/a/b/c.x")).isFalse();
        assertThat(ImportedFiles.matches("/a/?.x", "/a/b.x")).isTrue();
        assertThat(ImportedFiles.matches("/a/?b*", "/a/ab")).isTrue();
        assertThat(ImportedFiles.matches("/a/*b?", "/a/b")).isFalse();
        assertThat(ImportedFiles.matches("/a/b", "/a/c")).isFalse();
    }

    private static Corefile parse(String text) {
        return CorefileParser.following(ImportedFiles.none()).parse("Corefile", text);
    }

    private static List<String> texts(Stanza stanza) {
        return stanza.tokens().stream().map(Token::text).toList();
    }
}
