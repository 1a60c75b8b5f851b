package io.portafilter.snapshot.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the YAML in which nearly all manifests are written: block mappings and lists, scalars and flow collections that end on
 * their line, comments; in ASCII. It does so several times faster than {@link YamlReader}, which counts when 20,000 Ingresses are
 * read at start. Of anything else, and of anything wrong, it keeps off: then {@link YamlReader} decides. What it does read, it reads
 * alike, places included; a test compares the two over random texts.
 */
final class PlainYaml {
    private static final int MAX_DEPTH = 50;
    private static final int MAX_KEY = 1000;
    private static final String PLAIN_STARTS = "(^$+<=;~\\";

    private final String text;
    private int depth;

    // the line that is read: where it starts and ends in the text, and where its unread content begins
    private int line = -1;
    private int start;
    private int end = -1;
    private int at;
    private boolean more = true;

    private PlainYaml(String text) {
        this.text = text;
    }

    /** The text is not of the plain kind. */
    private static final class NotPlain extends Exception {
        private static final long serialVersionUID = 1;

        NotPlain() {
            super("not plain", null, false, false);
        }
    }

    /** The only document of a text, if it is of the plain kind. */
    static Optional<Yaml> read(String text) {
        if (!isPrintableAscii(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PlainYaml(text).document());
        } catch (NotPlain e) {
            return Optional.empty();
        }
    }

    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c > '~') && c != '\n') {
                return false;
            }
        }
        return true;
    }

    private Yaml document() throws NotPlain {
        nextLine();
        if (more && at == start && text.startsWith("---", at)) {
            if (skipSpaces(at + 3) != end) {
                throw new NotPlain();
            }
            nextLine();
        }
        require(more);
        Yaml document = block();
        require(!more);
        return document;
    }

    private Yaml block() throws NotPlain {
        require(++depth <= MAX_DEPTH);
        Yaml block = isDash() ? sequence(column()) : mapping(column());
        depth--;
        return block;
    }

    private Yaml sequence(int indent) throws NotPlain {
        int firstLine = line;
        List<Yaml> items = new ArrayList<>();
        while (more && column() == indent && isDash()) {
            int content = skipSpaces(at + 1);
            if (isEnd(content)) {
                Yaml.Scalar nothing = new Yaml.Scalar("", false, line, indent + 1);
                nextLine();
                items.add(more && column() > indent ? block() : nothing);
            } else {
                at = content;
                require(!isDash());
                items.add(endOfKey(at) >= 0 ? block() : inline(indent));
            }
        }
        require(!more || column() <= indent);
        return new Yaml.Sequence(items, firstLine, indent);
    }

    private Yaml mapping(int indent) throws NotPlain {
        int firstLine = line;
        Map<String, Yaml> entries = new LinkedHashMap<>();
        while (more && column() == indent) {
            require(!isDash());
            int colon = endOfKey(at);
            require(colon >= 0);
            boolean quoted = isQuote(text.charAt(at));
            String key = quoted ? text.substring(at + 1, colon - 1) : text.substring(at, colon);
            require(entries.putIfAbsent(key, value(colon + 1, indent)) == null);
        }
        require(!more || column() < indent);
        return new Yaml.Mapping(entries, firstLine, indent);
    }

    /** The value behind a colon: on the same line, or the lines below it. */
    private Yaml value(int behindColon, int indent) throws NotPlain {
        int content = skipSpaces(behindColon);
        if (!isEnd(content)) {
            at = content;
            return inline(indent);
        }
        Yaml.Scalar nothing = new Yaml.Scalar("", false, line, behindColon - start);
        nextLine();
        if (more && (column() > indent || (column() == indent && isDash()))) {
            return block();
        }
        return nothing;
    }

    /** A scalar or a flow collection that ends on this line; nothing deeper than the indent may follow. */
    private Yaml inline(int indent) throws NotPlain {
        char first = text.charAt(at);
        Yaml yaml = first == '[' || first == '{' || isQuote(first) ? flow() : plain();
        int rest = skipSpaces(at);
        require(isEnd(rest) && (rest == end || rest > at));
        nextLine();
        require(!more || column() <= indent);
        return yaml;
    }

    private Yaml plain() throws NotPlain {
        char first = text.charAt(at);
        require((isWord(first) && first != '-') || PLAIN_STARTS.indexOf(first) >= 0);
        int from = at;
        int to = at + 1; // behind the last character that is no space
        for (int i = to; i < end; i++) {
            char c = text.charAt(i);
            if (c == '#' && text.charAt(i - 1) == ' ') {
                break;
            }
            require(c != ':' || (i + 1 < end && text.charAt(i + 1) != ' '));
            if (c != ' ') {
                to = i + 1;
            }
        }
        at = to;
        return new Yaml.Scalar(text.substring(from, to), false, line, from - start);
    }

    private Yaml flow() throws NotPlain {
        require(at < end);
        char first = text.charAt(at);
        if (isQuote(first)) {
            int close = endOfQuote(at);
            require(close >= 0);
            Yaml.Scalar scalar = new Yaml.Scalar(text.substring(at + 1, close), true, line, column());
            at = close + 1;
            return scalar;
        }
        require(++depth <= MAX_DEPTH);
        Yaml yaml = switch (first) {
            case '[' -> flowSequence();
            case '{' -> flowMapping();
            default -> flowWord();
        };
        depth--;
        return yaml;
    }

    private Yaml flowSequence() throws NotPlain {
        int column = column();
        List<Yaml> items = new ArrayList<>();
        for (boolean last = opensAndCloses(']'); !last; last = closes(']')) {
            items.add(flow());
        }
        return new Yaml.Sequence(items, line, column);
    }

    private Yaml flowMapping() throws NotPlain {
        int column = column();
        Map<String, Yaml> entries = new LinkedHashMap<>();
        for (boolean last = opensAndCloses('}'); !last; last = closes('}')) {
            if (!(flow() instanceof Yaml.Scalar key)) {
                throw new NotPlain();
            }
            require(text.startsWith(": ", at));
            at = skipSpaces(at + 1);
            require(entries.putIfAbsent(key.text(), flow()) == null);
        }
        return new Yaml.Mapping(entries, line, column);
    }

    private Yaml.Scalar flowWord() throws NotPlain {
        int from = at;
        require(text.charAt(from) != '-');
        while (at < end && isWord(text.charAt(at))) {
            at++;
        }
        require(at > from);
        return new Yaml.Scalar(text.substring(from, at), false, line, from - start);
    }

    private boolean opensAndCloses(char close) throws NotPlain {
        at = skipSpaces(at + 1);
        require(at < end);
        boolean closes = text.charAt(at) == close;
        at += closes ? 1 : 0;
        return closes;
    }

    private boolean closes(char close) throws NotPlain {
        at = skipSpaces(at);
        require(at < end);
        char c = text.charAt(at);
        require(c == close || c == ',');
        at = c == close ? at + 1 : skipSpaces(at + 1);
        return c == close;
    }

    /** The colon behind the key that begins here, or -1. */
    private int endOfKey(int from) {
        int colon = from;
        if (isQuote(text.charAt(from))) {
            colon = endOfQuote(from) + 1;
        } else if (text.charAt(from) != '-') {
            while (colon < end && isWord(text.charAt(colon))) {
                colon++;
            }
        }
        boolean key = colon > from
                && colon - from <= MAX_KEY
                && colon < end
                && text.charAt(colon) == ':'
                && (colon + 1 == end || text.charAt(colon + 1) == ' ');
        return key ? colon : -1;
    }

    /** The quote that ends the text that begins here, or -1 if it has escapes or does not end on this line. */
    private int endOfQuote(int from) {
        char quote = text.charAt(from);
        for (int i = from + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\' && quote == '"') {
                return -1;
            }
            if (c == quote) {
                boolean escaped = quote == '\'' && i + 1 < end && text.charAt(i + 1) == quote;
                return escaped ? -1 : i;
            }
        }
        return -1;
    }

    /** Goes to the next line that is neither blank nor a comment. */
    private void nextLine() {
        do {
            line++;
            start = end + 1;
            more = start < text.length();
            if (!more) {
                return;
            }
            int newLine = text.indexOf('\n', start);
            end = newLine < 0 ? text.length() : newLine;
            at = skipSpaces(start);
        } while (isEnd(at));
    }

    private int skipSpaces(int from) {
        int i = from;
        while (i < end && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private int column() {
        return at - start;
    }

    private boolean isDash() {
        return text.charAt(at) == '-' && (at + 1 == end || text.charAt(at + 1) == ' ');
    }

    private boolean isEnd(int index) {
        return index == end || text.charAt(index) == '#';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '/'
                || c == '-'
                || c == '_';
    }

    private static void require(boolean plain) throws NotPlain {
        if (!plain) {
            throw new NotPlain();
        }
    }
}
