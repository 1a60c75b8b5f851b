package io.portafilter.network.corefile.parse;

import java.util.Optional;

/** How a word is written so that the parser reads it back. */
public final class Words {
    private Words() {}

    /**
     * The word, in quotes where it needs them. Nothing where no form of it can be read back: a brace counts as one in quotes too,
     * and only quotes are escaped, so that a backslash before a quote or at the end cannot be written.
     */
    public static Optional<String> write(String word) {
        if (word.equals("{") || word.equals("}")) {
            return Optional.empty();
        }
        if (!needsQuotes(word)) {
            return Optional.of(word);
        }
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '\\') {
                if (i + 1 == word.length() || word.charAt(i + 1) == '"') {
                    return Optional.empty();
                }
                text.append(c).append(word.charAt(++i));
            } else {
                text.append(c == '"' ? "\\\"" : Character.toString(c));
            }
        }
        return Optional.of(text.append('"').toString());
    }

    private static boolean needsQuotes(String word) {
        return word.isEmpty()
                || word.startsWith("\"")
                || word.startsWith("\uFEFF")
                || word.chars().anyMatch(c -> c == '#' || Lexer.isSpace(c));
    }
}
