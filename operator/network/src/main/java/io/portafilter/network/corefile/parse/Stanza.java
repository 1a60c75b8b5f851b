package io.portafilter.network.corefile.parse;

import java.util.List;

/**
 * One mention of a plugin in a server block: its line, and the braces that belong to it.
 *
 * @param directive the plugin's name
 * @param tokens the name, the arguments, the braces and what stands between them
 */
public record Stanza(String directive, List<Token> tokens) {
    /** Copies the list. */
    public Stanza {
        tokens = List.copyOf(tokens);
    }

    /** The line that it begins on. */
    public int line() {
        return tokens.getFirst().line();
    }
}
