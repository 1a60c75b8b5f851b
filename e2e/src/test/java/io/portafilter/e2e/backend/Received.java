package io.portafilter.e2e.backend;

import io.portafilter.e2e.wire.Head;
import java.util.Optional;

/**
 * A request as a backend saw it.
 *
 * @param head request line and fields
 * @param body its bytes as Latin-1, unchunked
 * @param serverName what the client asked for in its TLS greeting; empty without one
 */
public record Received(Head head, String body, Optional<String> serverName) {
    /** The method. */
    public String method() {
        return head.line().split(" ")[0];
    }

    /** The request target. */
    public String target() {
        return head.line().split(" ")[1];
    }
}
