package io.portafilter.network.corefile.parse;

import java.util.List;

/**
 * One mention of a plugin in a server block: its line, and the braces that belong to it.
 *
 * @param directive the plugin's name
 * @param tokens the name, the arguments, the braces and what stands between them
 * @param trailing comments behind its last word, on the same line
 */
public record Stanza(String directive, List<Token> tokens, List<Comment> trailing) {
    /** Copies the lists. */
    public Stanza {
        tokens = List.copyOf(tokens);
        trailing = List.copyOf(trailing);
    }

    /** The line that it begins on. */
    public int line() {
        return tokens.getFirst().line();
    }

    /** Whether a word of it refers to an environment variable. */
    public boolean mentionsEnvironment() {
        return tokens.stream().anyMatch(token -> Environment.mentions(token.text()));
    }

    /** Comments behind it that the parser found at what follows. */
    Stanza withTrailing(List<Comment> others) {
        return others.isEmpty() ? this : new Stanza(directive, tokens, others);
    }

    /** The same without the comments above it that belong to what comes before. */
    Stanza withLeading(List<Comment> others) {
        Token first = tokens.getFirst();
        if (others.equals(first.comments())) {
            return this;
        }
        List<Token> changed = new java.util.ArrayList<>(tokens);
        changed.set(0, new Token(first.file(), first.line(), first.text(), others));
        return new Stanza(directive, changed, trailing);
    }
}
