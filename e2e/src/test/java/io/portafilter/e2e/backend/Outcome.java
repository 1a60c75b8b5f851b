package io.portafilter.e2e.backend;

import io.portafilter.e2e.wire.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a backend does with a request. */
public sealed interface Outcome {
    /** Answers; a Content-Length is added unless the status has no body. */
    @SuppressWarnings("ArrayRecordComponent") // a record of a test: never compared
    record Answer(int status, List<Header> headers, byte[] body) implements Outcome {
        /** Answers 200. */
        public static Answer ok(String contentType, String body) {
            return new Answer(
                    200, List.of(new Header("Content-Type", contentType)), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Closes without a word. */
    record HangUp() implements Outcome {}

    /** Switches protocols and then repeats every byte that it hears. */
    record Tunnel(List<Header> headers) implements Outcome {}
}
