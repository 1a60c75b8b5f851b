package io.portafilter.network.corefile.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into tokens as CoreDNS's lexer does (coredns/caddy, caddyfile/lexer.go), with its surprises: a {@code #} begins a
 * comment in the middle of a word too, and white space behind that word ends the comment.
 */
final class Lexer {
    private final String file;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private List<Comment> comments = new ArrayList<>();
    private final List<Integer> cutWords = new ArrayList<>();
    private int at;
    private int line = 1;

    private Lexer(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * What a text consists of.
     *
     * @param tokens its words in order
     * @param trailing comments behind the last word
     * @param cutWords lines on which a comment begins in the middle of a word
     */
    record Lexed(List<Token> tokens, List<Comment> trailing, List<Integer> cutWords) {}

    static Lexed lex(String file, String text) {
        Lexer lexer = new Lexer(file, text);
        if (text.startsWith("\uFEFF")) {
            lexer.at = 1;
        }
        while (lexer.next()) {
            // each call adds one token
        }
        return new Lexed(lexer.tokens, List.copyOf(lexer.comments), List.copyOf(lexer.cutWords));
    }

    private boolean next() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                at++;
            } else if (isSpace(c)) {
                at++;
            } else if (c == '#') {
                comment();
            } else if (c == '"') {
                at++;
                return quoted();
            } else {
                return word();
            }
        }
        return false;
    }

    private void comment() {
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        comments.add(new Comment(line, text.substring(at, end).stripTrailing()));
        at = end;
    }

    private boolean word() {
        int began = line;
        StringBuilder value = new StringBuilder();
        int hash = -1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '\r' && isSpace(c)) {
                break;
            }
            if (c == '#' && hash < 0) {
                hash = at;
            }
            if (c != '\r' && hash < 0) {
                value.append(c);
            }
            at++;
        }
        emit(began, value.toString());
        if (hash >= 0) {
            comments.add(new Comment(began, text.substring(hash, at)));
            cutWords.add(began);
        }
        return true;
    }

    private boolean quoted() {
        int began = line;
        StringBuilder value = new StringBuilder();
        boolean escaped = false;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (!escaped && c == '\\') {
                escaped = true;
                continue;
            }
            if (!escaped && c == '"') {
                emit(began, value.toString());
                return true;
            }
            if (c == '\n') {
                line++;
            }
            if (escaped && c != '"') {
                value.append('\\');
            }
            value.append(c);
            escaped = false;
        }
        if (!value.isEmpty()) {
            emit(began, value.toString());
        }
        return !value.isEmpty();
    }

    private void emit(int began, String value) {
        tokens.add(new Token(file, began, value, comments));
        comments = new ArrayList<>();
    }

    /** Go's unicode.IsSpace. */
    static boolean isSpace(int c) {
        return switch (c) {
            case '\t', '\n', 0x0B, '\f', '\r', ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> c >= 0x2000 && c <= 0x200A;
        };
    }
}
