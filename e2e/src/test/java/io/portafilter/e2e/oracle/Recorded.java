package io.portafilter.e2e.oracle;

import io.portafilter.e2e.product.Yaml;
import io.portafilter.e2e.wire.Header;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the real controller answered to one request. */
record Recorded(Map<String, Object> fields) {
    /** The answers of a case, one a step. */
    static List<Recorded> parse(String json) {
        return Yaml.list(Yaml.load(json), "answers").stream()
                .map(Yaml::map)
                .map(Recorded::new)
                .toList();
    }

    Optional<Integer> status() {
        return Yaml.text(fields, "status").map(Integer::valueOf);
    }

    List<Header> headers() {
        return Seen.headers(fields);
    }

    /** The backend whose answer came back. */
    Optional<String> from() {
        return Yaml.text(fields, "from");
    }

    Optional<String> body() {
        return Yaml.text(fields, "body");
    }

    /** Names of the certificate that was shown. */
    Optional<List<String>> certificateNames() {
        return fields.containsKey("cert")
                ? Optional.of(Yaml.list(Yaml.map(fields, "cert"), "names").stream()
                        .map(String::valueOf)
                        .toList())
                : Optional.empty();
    }

    /** How many times which status came from which backend. */
    Optional<Map<String, Object>> tally() {
        return fields.containsKey("tally") ? Optional.of(Yaml.map(fields, "tally")) : Optional.empty();
    }

    Optional<String> tunnel() {
        return Yaml.text(fields, "tunnel");
    }

    Optional<String> garbage() {
        return Yaml.text(fields, "garbage");
    }

    boolean closed() {
        return fields.containsKey("closed");
    }

    List<Seen> seen() {
        return Yaml.list(fields, "seen").stream()
                .map(Yaml::map)
                .map(Seen::parse)
                .toList();
    }

    /** Whether the answer is a page of the proxy's own, whose text need not be equal. */
    boolean page() {
        return from().isEmpty()
                && headers().stream()
                        .anyMatch(header ->
                                header.is("Content-Type") && header.value().equals("text/html"));
    }
}
