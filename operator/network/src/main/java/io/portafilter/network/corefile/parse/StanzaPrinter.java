package io.portafilter.network.corefile.parse;

import java.util.ArrayList;
import java.util.List;

/** Writes tokens that were read so that they are read again: the same words on the same lines, comments included, indented anew. */
public final class StanzaPrinter {
    private static final String INDENT = "    ";

    private final StringBuilder text;
    private final List<Comment> behind = new ArrayList<>();
    private int depth;

    private StanzaPrinter(StringBuilder text, int depth) {
        this.text = text;
        this.depth = depth;
    }

    /** Appends a stanza, each line ended. */
    public static void print(StringBuilder text, Stanza stanza, int depth) {
        StanzaPrinter printer = new StanzaPrinter(text, depth);
        Token before = null;
        for (Token token : stanza.tokens()) {
            printer.token(token, before);
            before = token;
        }
        printer.behind.addAll(stanza.trailing());
        printer.endLine();
    }

    /** Appends a server block, a line for each key line. */
    public static void print(StringBuilder text, ServerBlock block) {
        comments(text, block.comments(), 0);
        for (String key : block.keys()) {
            text.append(Words.write(key).orElse(key)).append(' ');
        }
        text.append("{\n");
        block.stanzas().forEach(stanza -> print(text, stanza, 1));
        comments(text, block.closing(), 1);
        text.append("}\n");
    }

    /** Appends comments, each on its own line. */
    public static void comments(StringBuilder text, List<Comment> comments, int depth) {
        comments.forEach(comment ->
                text.append(INDENT.repeat(depth)).append(comment.text()).append('\n'));
    }

    private void token(Token token, @org.jspecify.annotations.Nullable Token before) {
        List<Comment> above = new ArrayList<>();
        for (Comment comment : token.comments()) {
            boolean sameLine = before != null && comment.line() == before.lastLine();
            (sameLine ? behind : above).add(comment);
        }
        boolean closes = token.text().equals("}") && before != null;
        if (before == null || !token.continues(before)) {
            if (before != null) {
                endLine();
            }
            comments(text, above, depth);
            depth -= closes && depth > 0 ? 1 : 0;
            text.append(INDENT.repeat(depth));
        } else {
            behind.addAll(above);
            depth -= closes && depth > 0 ? 1 : 0;
            text.append(' ');
        }
        depth += token.text().equals("{") ? 1 : 0;
        boolean brace = token.text().equals("{") || token.text().equals("}");
        text.append(brace ? token.text() : Words.write(token.text()).orElse(token.text()));
    }

    private void endLine() {
        behind.forEach(comment -> text.append(' ').append(comment.text()));
        behind.clear();
        text.append('\n');
    }
}
