package io.portafilter.snapshot.folder;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of one document of a file. A line that starts with {@code ---} or {@code ...} ends a document wherever it stands, also
 * inside a scalar (YAML 1.2.2 §9.1.2), so a file can be cut before it is parsed: what is broken in one document harms no other, and
 * documents that did not change need not be parsed again.
 *
 * @param text its text
 * @param line the line of the file on which it begins, from 0
 */
record Chunk(String text, int line) {
    /** The documents of a file; what holds only white space, comments and directives belongs to the next one. */
    static List<Chunk> split(String text) {
        List<Chunk> chunks = new ArrayList<>();
        int start = 0;
        int startLine = 0;
        boolean blank = true;
        int line = 0;
        for (int at = 0; at < text.length(); line++) {
            int newLine = text.indexOf('\n', at);
            int next = newLine < 0 ? text.length() : newLine + 1;
            boolean begins = isMarker(text, at, '-');
            if (begins && !blank) {
                chunks.add(new Chunk(text.substring(start, at), startLine));
                start = at;
                startLine = line;
            }
            boolean ends = isMarker(text, at, '.');
            blank = !begins && !ends && blank && isBlank(text, at, next);
            if (ends) {
                chunks.add(new Chunk(text.substring(start, next), startLine));
                start = next;
                startLine = line + 1;
                blank = true;
            }
            at = next;
        }
        if (!blank) {
            chunks.add(new Chunk(text.substring(start), startLine));
        }
        return chunks;
    }

    private static boolean isMarker(String text, int at, char mark) {
        if (at + 3 > text.length()
                || text.charAt(at) != mark
                || text.charAt(at + 1) != mark
                || text.charAt(at + 2) != mark) {
            return false;
        }
        return at + 3 == text.length() || Character.isWhitespace(text.charAt(at + 3));
    }

    private static boolean isBlank(String text, int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == to || text.charAt(at) == '#' || (at == from && text.charAt(at) == '%');
    }
}
