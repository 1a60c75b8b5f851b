package io.portafilter.controller.stream;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The head of a request (RFC 9112), read strictly: what is not exactly in its form is refused, and a header that says something twice
 * as well.
 *
 * @param method as it came
 * @param target path and query as they came
 * @param headers by name in lower case
 */
record RequestHead(String method, String target, Map<String, String> headers) {
    private static final Pattern LINE = Pattern.compile("([A-Z]{1,16}) (/[!-~]*) HTTP/1\\.1");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([ -~\t]*)");

    /**
     * Parses all lines of a head.
     *
     * @param bytes up to the empty line, this not included
     */
    static RequestHead parse(byte[] bytes) throws Refusal {
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n", -1);
        var line = LINE.matcher(lines[0]);
        if (!line.matches()) {
            throw Refusal.of(400, "The request line is not one of HTTP/1.1.");
        }
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            var header = HEADER.matcher(lines[i]);
            if (!header.matches()) {
                throw Refusal.of(400, "A header is not in the form that HTTP/1.1 asks for.");
            }
            String value = header.group(2).strip();
            if (headers.put(header.group(1).toLowerCase(Locale.ROOT), value) != null) {
                throw Refusal.of(400, "A header is there twice.");
            }
        }
        return new RequestHead(line.group(1), line.group(2), Map.copyOf(headers));
    }

    /** A header, if it is there. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The target without its query. */
    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** A parameter of the query, as it came; empty if it is not there. */
    Optional<String> parameter(String name) {
        int query = target.indexOf('?');
        if (query < 0) {
            return Optional.empty();
        }
        for (String parameter : target.substring(query + 1).split("&", -1)) {
            if (parameter.startsWith(name + "=")) {
                return Optional.of(parameter.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    /** How long the body is. */
    int length(int max) throws Refusal {
        if (header("transfer-encoding").isPresent()) {
            throw Refusal.of(411, "Say the length of the body; chunks are not read here.");
        }
        String length = header("content-length").orElse("0");
        if (!length.matches("[0-9]{1,18}")) {
            throw Refusal.of(400, "The length of the body is not a number.");
        }
        if (Long.parseLong(length) > max) {
            throw Refusal.of(413, "The body is larger than " + max + " bytes.");
        }
        return Integer.parseInt(length);
    }

    @Override
    public String toString() {
        return method + " " + path();
    }
}
