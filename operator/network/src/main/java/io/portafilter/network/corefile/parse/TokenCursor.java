package io.portafilter.network.corefile.parse;

import io.portafilter.network.corefile.problem.Place;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Refused;
import io.portafilter.network.corefile.problem.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Where the parser stands among the tokens. What an import brings in takes the import's place at the cost of its own length, and
 * all of it together is bounded.
 */
final class TokenCursor {
    private static final int MOST_TOKENS = 1_000_000;
    private static final long MOST_CHARACTERS = 16L << 20;

    private final List<Token> read = new ArrayList<>();
    private final Deque<Token> ahead;
    private final String file;
    private long characters;
    private boolean past;

    TokenCursor(String file, List<Token> tokens) {
        this.file = file;
        this.ahead = new ArrayDeque<>(tokens);
    }

    boolean next() {
        if (ahead.isEmpty()) {
            return false;
        }
        read.add(ahead.pop());
        return true;
    }

    void back() {
        if (past) {
            past = false;
        } else {
            ahead.push(read.removeLast());
        }
    }

    /** The next token, if it stands on the same line. */
    boolean nextArgument() {
        return !past && !ahead.isEmpty() && ahead.element().continues(read.getLast()) && next();
    }

    boolean newLine() {
        if (past) {
            return false;
        }
        return read.size() < 2 || read.getLast().beginsLineAfter(read.get(read.size() - 2));
    }

    /** The token that it stands on; an empty one before the first and behind the last. */
    Token token() {
        return past || read.isEmpty() ? new Token(file, 0, "", List.of()) : read.getLast();
    }

    String text() {
        return token().text();
    }

    boolean is(String text) {
        return text().equals(text);
    }

    void replaceText(String text) {
        read.set(read.size() - 1, read.getLast().withText(text));
    }

    /** Puts tokens in the place of the last two and stands before them. */
    void replaceImport(List<Token> imported) throws Refused {
        Token argument = read.removeLast();
        read.removeLast();
        characters +=
                imported.stream().mapToLong(token -> token.text().length()).sum();
        if (characters > MOST_CHARACTERS || read.size() + ahead.size() + imported.size() > MOST_TOKENS) {
            throw new Refused(new Problem(
                    Rule.TOO_LARGE,
                    new Place(argument.file(), argument.line()),
                    "import",
                    argument.text(),
                    "imports make this Corefile longer than " + MOST_TOKENS + " words or " + (MOST_CHARACTERS >> 20)
                            + " MiB",
                    "Import less"));
        }
        imported.reversed().forEach(ahead::push);
    }

    /** Stands on the first token behind an import, or past the end if there is none. */
    void stepOn() {
        past = !next();
    }
}
