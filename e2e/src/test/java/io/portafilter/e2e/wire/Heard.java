package io.portafilter.e2e.wire;

import java.nio.charset.StandardCharsets;

/** What a client hears after it has spoken. */
public sealed interface Heard {
    /**
     * A response.
     *
     * @param head status line and fields
     * @param body its bytes, unchunked
     */
    @SuppressWarnings("ArrayRecordComponent") // a record of a test: never compared
    record Reply(Head head, byte[] body) implements Heard {
        /** The status code. */
        public int status() {
            return Integer.parseInt(head.line().split(" ")[1]);
        }

        /** The body as Latin-1. */
        public String text() {
            return new String(body, StandardCharsets.ISO_8859_1);
        }
    }

    /** Bytes that are no HTTP/1 response, for example an answer of HTTP/0.9. */
    record Garbage(String firstLine) implements Heard {}

    /** Nothing: the connection was closed. */
    record Closed() implements Heard {}
}
