package io.portafilter.proxy.http1;

import java.util.regex.Pattern;

/** Texts of heads as they are on the wire. */
final class Wire {
    private static final Pattern TOLD = Pattern.compile(String.join(
            "\r\n",
            "X-Request-ID: [0-9a-f]{32}",
            "X-Real-IP: 127.0.0.1",
            "X-Forwarded-For: 127.0.0.1",
            "X-Forwarded-Host: [^\r]*",
            "X-Forwarded-Port: 80",
            "X-Forwarded-Proto: http",
            "X-Forwarded-Scheme: http",
            "X-Scheme: http",
            ""));
    private static final Pattern DATE =
            Pattern.compile("Date: (Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT\r\n");

    private Wire() {}

    /** A head of these lines. */
    static String head(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    /** What a backend received, but for the fields that every request gets. */
    static String seen(Backend backend) {
        return TOLD.matcher(backend.received()).replaceAll("");
    }

    static String seen(Backend.Connection connection) {
        return TOLD.matcher(connection.received()).replaceAll("");
    }

    /** What a client received, but for Date. */
    static String undated(String received) {
        return DATE.matcher(received).replaceAll("");
    }
}
