package io.portafilter.network.corefile.parse;

import java.util.List;

/**
 * One word of a Corefile.
 *
 * @param file the file that it stands in
 * @param line the line that it begins on, 1 for the first
 * @param text without the quotes
 * @param comments what stands in comments between the token before and this one
 */
public record Token(String file, int line, String text, List<Comment> comments) {
    /** Copies the list. */
    public Token {
        comments = List.copyOf(comments);
    }

    Token withText(String other) {
        return other.equals(text) ? this : new Token(file, line, other, comments);
    }

    /** The line on which it ends: a quoted word may hold line breaks. */
    public int lastLine() {
        int breaks = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            breaks++;
        }
        return line + breaks;
    }

    /** Whether it stands on the line on which another one ends, as CoreDNS sees it. */
    public boolean continues(Token before) {
        return before.file.equals(file) && before.lastLine() == line;
    }

    /** Whether it begins a line after another one, as CoreDNS sees it. Not the opposite of {@link #continues}: imported lines may go back. */
    public boolean beginsLineAfter(Token before) {
        return !before.file.equals(file) || before.lastLine() < line;
    }
}
