package io.portafilter.proxy.head;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The first line of a request (RFC 9112 §3): method, one space, target, one space, version. */
final class RequestLine {
    private static final String[] METHODS = {"GET", "POST", "PUT", "HEAD", "DELETE", "OPTIONS", "PATCH"};

    private RequestLine() {}

    static void parse(byte[] line, int start, int end, RequestHead into) throws BadHead {
        int methodEnd = start;
        while (methodEnd < end && line[methodEnd] != ' ') {
            byte b = line[methodEnd++];
            if (!(b >= 'A' && b <= 'Z') && b != '-' && b != '_') {
                throw new BadHead(400, "method that is not of capital letters");
            }
        }
        int targetStart = methodEnd + 1;
        int targetEnd = targetStart;
        while (targetEnd < end && line[targetEnd] != ' ') {
            if (!Chars.value(line[targetEnd]) || line[targetEnd] == '\t' || line[targetEnd] == '#') {
                throw new BadHead(400, "character in request target that is not allowed");
            }
            targetEnd++;
        }
        if (methodEnd == start || targetEnd >= end) {
            throw new BadHead(400, "request line without method, target or version");
        }
        Version version = version(line, targetEnd + 1, end);
        String target = latin(line, targetStart, targetEnd);
        if (target.startsWith("/")) {
            into.start(method(line, start, methodEnd), target, "", version);
        } else {
            absolute(method(line, start, methodEnd), target, version, into);
        }
    }

    /** The absolute form names its authority, which then counts instead of Host (RFC 9112 §3.2.2). */
    private static void absolute(String method, String target, Version version, RequestHead into) throws BadHead {
        int scheme = target.indexOf("://");
        String name = scheme < 0 ? "" : target.substring(0, scheme).toLowerCase(Locale.ROOT);
        if (!name.equals("http") && !name.equals("https")) {
            throw new BadHead(400, "request target that is neither a path nor an http URL");
        }
        int from = scheme + 3;
        int to = from;
        while (to < target.length() && target.charAt(to) != '/' && target.charAt(to) != '?') {
            to++;
        }
        if (to == from) {
            throw new BadHead(400, "request target without host");
        }
        String rest = target.substring(to);
        into.start(method, rest.startsWith("/") ? rest : "/" + rest, target.substring(from, to), version);
    }

    private static Version version(byte[] line, int start, int end) throws BadHead {
        if (end - start != 8 || !latin(line, start, start + 5).equals("HTTP/") || line[start + 6] != '.') {
            throw new BadHead(400, "request line without a valid version");
        }
        int major = line[start + 5] - '0';
        int minor = line[start + 7] - '0';
        if (major < 1 || major > 9 || minor < 0 || minor > 9) {
            throw new BadHead(400, "request line without a valid version");
        }
        if (major > 1) {
            throw new BadHead(505, "HTTP version " + major);
        }
        return minor == 0 ? Version.HTTP_1_0 : Version.HTTP_1_1;
    }

    private static String method(byte[] line, int start, int end) {
        for (String method : METHODS) {
            if (equal(method, line, start, end)) {
                return method;
            }
        }
        return latin(line, start, end);
    }

    private static boolean equal(String text, byte[] line, int start, int end) {
        if (text.length() != end - start) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != line[start + i]) {
                return false;
            }
        }
        return true;
    }

    private static String latin(byte[] line, int start, int end) {
        return new String(line, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
