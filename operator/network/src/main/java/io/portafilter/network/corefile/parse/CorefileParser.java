package io.portafilter.network.corefile.parse;

import io.portafilter.network.corefile.problem.Place;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Refused;
import io.portafilter.network.corefile.problem.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a Corefile as CoreDNS does (coredns/caddy, caddyfile/parse.go), in time linear in its length. Never throws: what is wrong
 * stands in the answer.
 */
public final class CorefileParser {
    /** Characters of a text that is read at all: 1 MiB is what a ConfigMap can hold. */
    public static final int LONGEST_TEXT = 1 << 20;

    private final Environment environment;
    private final Optional<Imports> imports;

    /**
     * A parser.
     *
     * @param environment what references to variables stand for
     * @param imports where imported files come from; empty: imports of files stay as they are, only snippets are expanded
     */
    public CorefileParser(Environment environment, Optional<Imports> imports) {
        this.environment = environment;
        this.imports = imports;
    }

    /** As CoreDNS with no variables and these files reads it. */
    public static CorefileParser following(Imports imports) {
        return new CorefileParser(Environment.empty(), Optional.of(imports));
    }

    /** For texts that are to be written again: variables and imports of files stay as they are. */
    public static CorefileParser keeping() {
        return new CorefileParser(Environment.kept(), Optional.empty());
    }

    /**
     * Reads a text.
     *
     * @param file what problems call it, such as {@code Corefile}
     */
    public Corefile parse(String file, String text) {
        if (text.length() > LONGEST_TEXT) {
            return stopped(new Problem(
                    Rule.TOO_LARGE,
                    new Place(file, 0),
                    "Corefile",
                    "",
                    "the text has " + text.length() + " characters, more than " + LONGEST_TEXT,
                    "Move zones into files of their own"));
        }
        Lexer.Lexed lexed = Lexer.lex(file, text);
        BlockParser parser = new BlockParser(file, lexed.tokens(), environment, imports);
        List<Problem> problems = new ArrayList<>();
        try {
            parser.parse();
        } catch (Refused refused) {
            problems.add(refused.problem());
        }
        lexed.cutWords().forEach(line -> problems.add(cutWord(file, line)));
        return new Corefile(parser.blocks(), parser.fileImports(), lexed.trailing(), problems);
    }

    private static Corefile stopped(Problem problem) {
        return new Corefile(List.of(), List.of(), List.of(), List.of(problem));
    }

    private static Problem cutWord(String file, int line) {
        return new Problem(
                Rule.COMMENT_IN_WORD,
                new Place(file, line),
                "comment",
                "#",
                "a # cuts off the rest of its word, and words behind it count again",
                "Put the word in quotes, or a space before the #");
    }
}
