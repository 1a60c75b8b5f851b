package io.portafilter.controller.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Heads of answers, and answers that are nothing else. */
final class Answer {
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(411, "Length Required"),
            Map.entry(413, "Content Too Large"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(503, "Service Unavailable"));

    private Answer() {}

    /** What was reported is known. */
    static void noted(OutputStream out, boolean last) throws IOException {
        send(out, "HTTP/1.1 204 No Content\r\n" + (last ? "Connection: close\r\n" : "") + "\r\n");
    }

    /** A stream begins. */
    static void stream(OutputStream out) throws IOException {
        send(out, """
                HTTP/1.1 200 OK\r
                Content-Type: application/x-ndjson\r
                Cache-Control: no-store\r
                Transfer-Encoding: chunked\r
                Connection: close\r
                \r
                """);
    }

    /** No. */
    static void refused(OutputStream out, Refusal refusal) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(refusal.status())
                .append(' ')
                .append(REASONS.getOrDefault(refusal.status(), "Refused"))
                .append("\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n");
        if (refusal.status() == 401) {
            head.append("WWW-Authenticate: Bearer\r\n");
        }
        if (refusal.status() == 405) {
            head.append("Allow: GET, POST\r\n");
        }
        refusal.retryAfter()
                .ifPresent(
                        seconds -> head.append("Retry-After: ").append(seconds).append("\r\n"));
        byte[] body = (refusal.sentence() + "\n").getBytes(StandardCharsets.UTF_8);
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        send(out, head + new String(body, StandardCharsets.UTF_8));
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
