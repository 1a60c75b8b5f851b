package io.portafilter.e2e.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The receiving side of requests. */
public final class Requests {
    private Requests() {}

    /** The next request of a connection, empty when the client closed; empty lines before it are passed over. */
    public static Optional<Read> read(InputStream in) throws IOException {
        Optional<String> line = Head.line(in);
        while (line.isPresent() && line.get().isEmpty()) {
            line = Head.line(in);
        }
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Head head = Head.rest(line.get(), in);
        return Optional.of(new Read(head, new String(head.body(in, false), StandardCharsets.ISO_8859_1)));
    }

    /** A request: its head, and its body as Latin-1. */
    public record Read(Head head, String body) {}
}
