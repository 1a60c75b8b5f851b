package io.portafilter.network.cni;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a text is JSON. YAML parsers take more than that (comments, a comma too many, bare words), and runtimes do not. */
final class StrictJson {
    private static final int DEEPEST = 100;
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]*+");
    private static final Pattern STRING =
            Pattern.compile("\"(?:[^\"\\\\\\x00-\\x1f]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\"");
    private static final Pattern PLAIN =
            Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][-+]?[0-9]++)?|true|false|null");

    private final String text;
    private int at;

    private StrictJson(String text) {
        this.text = text;
    }

    /** Where it stops to be JSON, as a line that counts from 1; nothing where it is. */
    static Optional<Integer> brokenLine(String text) {
        StrictJson reader = new StrictJson(text);
        boolean good = reader.value(0);
        reader.skip(SPACE);
        return good && reader.at == text.length()
                ? Optional.empty()
                : Optional.of(1
                        + (int) text.substring(0, reader.at)
                                .chars()
                                .filter(c -> c == '\n')
                                .count());
    }

    private boolean value(int depth) {
        skip(SPACE);
        if (depth > DEEPEST || at >= text.length()) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '{' -> collection('}', depth, true);
            case '[' -> collection(']', depth, false);
            case '"' -> skip(STRING);
            default -> skip(PLAIN);
        };
    }

    private boolean collection(char end, int depth, boolean named) {
        at++;
        skip(SPACE);
        if (take(end)) {
            return true;
        }
        do {
            skip(SPACE);
            if (named && !(skip(STRING) && colon())) {
                return false;
            }
            if (!value(depth + 1)) {
                return false;
            }
            skip(SPACE);
        } while (take(','));
        return take(end);
    }

    private boolean colon() {
        skip(SPACE);
        return take(':');
    }

    private boolean take(char c) {
        boolean found = at < text.length() && text.charAt(at) == c;
        at += found ? 1 : 0;
        return found;
    }

    private boolean skip(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        boolean found = matcher.lookingAt();
        at = found ? matcher.end() : at;
        return found;
    }
}
