package io.portafilter.network.corefile.parse;

import java.util.ArrayList;
import java.util.List;

/** The lexer hangs each comment on the word behind it; one on the line of the word before belongs to that one. */
final class TrailingComments {
    private TrailingComments() {}

    /** Gives stanzas the comments that stand behind them. */
    static List<Stanza> settle(List<Stanza> stanzas, List<Comment> closing) {
        List<Stanza> settled = new ArrayList<>();
        for (int i = 0; i < stanzas.size(); i++) {
            Stanza stanza = stanzas.get(i);
            List<Comment> own = stanza.tokens().getFirst().comments();
            List<Comment> next = i + 1 < stanzas.size()
                    ? stanzas.get(i + 1).tokens().getFirst().comments()
                    : closing;
            List<Comment> leading = i == 0 ? own : without(own, stanzas.get(i - 1));
            settled.add(stanza.withLeading(leading).withTrailing(on(next, stanza)));
        }
        return settled;
    }

    /** The comments above a closing brace that belong to no stanza. */
    static List<Comment> above(List<Stanza> stanzas, List<Comment> closing) {
        return stanzas.isEmpty() ? closing : without(closing, stanzas.getLast());
    }

    private static List<Comment> on(List<Comment> comments, Stanza stanza) {
        int line = stanza.tokens().getLast().lastLine();
        return comments.stream().filter(comment -> comment.line() == line).toList();
    }

    private static List<Comment> without(List<Comment> comments, Stanza stanza) {
        int line = stanza.tokens().getLast().lastLine();
        return comments.stream().filter(comment -> comment.line() != line).toList();
    }
}
