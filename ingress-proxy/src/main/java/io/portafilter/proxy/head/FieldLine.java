package io.portafilter.proxy.head;

/** One field line (RFC 9112 §5) into the index, strictly: what is doubtful is refused, never repaired. */
final class FieldLine {
    private FieldLine() {}

    /**
     * A line of a client. A name with characters other than letters, digits and hyphens drops the line, as does a missing colon
     * (behaviour §4.1).
     */
    static void ofRequest(byte[] bytes, int start, int end, Fields into) throws BadHead {
        int colon = colon(bytes, start, end, 400);
        checkValue(bytes, Math.min(colon + 1, end), end, 400);
        if (colon < end && plain(bytes, start, colon)) {
            index(bytes, start, colon, end, into);
        }
    }

    /** A line of a backend: any token is a name, anything else makes the answer unusable. */
    static void ofResponse(byte[] bytes, int start, int end, Fields into) throws BadHead {
        int colon = colon(bytes, start, end, 502);
        if (colon == end) {
            throw new BadHead(502, "header line without colon");
        }
        for (int i = start; i < colon; i++) {
            if (!Chars.token(bytes[i])) {
                throw new BadHead(502, "character in header name that is not allowed");
            }
        }
        checkValue(bytes, colon + 1, end, 502);
        index(bytes, start, colon, end, into);
    }

    /** The colon's place, or the end. White space in or before the name, and folded lines, are refused (RFC 9112 §5.1, §5.2). */
    private static int colon(byte[] bytes, int start, int end, int status) throws BadHead {
        for (int i = start; i < end; i++) {
            byte b = bytes[i];
            if (b == ':') {
                if (i == start) {
                    throw new BadHead(status, "empty header name");
                }
                return i;
            }
            if (b == ' ' || !Chars.value(b) || b == '\t') {
                throw new BadHead(status, "white space or control character in header name");
            }
        }
        return end;
    }

    private static boolean plain(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Chars.name(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private static void checkValue(byte[] bytes, int start, int end, int status) throws BadHead {
        for (int i = start; i < end; i++) {
            if (!Chars.value(bytes[i])) {
                throw new BadHead(status, "control character in header value");
            }
        }
    }

    private static void index(byte[] bytes, int start, int colon, int end, Fields into) {
        int from = colon + 1;
        int to = end;
        while (from < to && blank(bytes[from])) {
            from++;
        }
        while (to > from && blank(bytes[to - 1])) {
            to--;
        }
        into.index(start, colon, from, to);
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\t';
    }
}
