package io.portafilter.network.status;

import java.util.List;
import java.util.Map;

/** How many bytes a tree has as JSON, as the API server's encoder writes it: it escapes more than most. */
final class JsonSize {
    private static final int ESCAPED = 6;

    private JsonSize() {}

    static int of(Object tree) {
        return switch (tree) {
            case Map<?, ?> map ->
                2
                        + map.entrySet().stream()
                                .mapToInt(entry -> 2 + of(entry.getKey()) + of(entry.getValue()))
                                .sum();
            case List<?> list ->
                2 + list.stream().mapToInt(item -> 1 + of(item)).sum();
            case String text -> 2 + ofText(text);
            default -> tree.toString().length();
        };
    }

    /** Without the quotes. */
    static int ofText(String text) {
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            size += of(text.charAt(i));
        }
        return size;
    }

    /** Half of a pair counts more than its half: nobody minds. */
    static int of(char character) {
        return switch (character) {
            case '\n', '\r', '\t', '"', '\\' -> 2;
            case '<', '>', '&', '\u2028', '\u2029' -> ESCAPED;
            default -> character < ' ' ? ESCAPED : character < 0x80 ? 1 : 3;
        };
    }
}
