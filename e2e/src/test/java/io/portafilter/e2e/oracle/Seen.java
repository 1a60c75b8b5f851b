package io.portafilter.e2e.oracle;

import io.portafilter.e2e.product.Yaml;
import io.portafilter.e2e.wire.Header;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as a backend saw it.
 *
 * @param id the backend
 * @param line the request line
 * @param headers the fields; empty when the recording left them out
 * @param body the body; empty when the recording left it out
 */
record Seen(String id, String line, Optional<List<Header>> headers, Optional<String> body) {
    static Seen parse(Map<String, Object> fields) {
        return new Seen(
                Yaml.text(fields, "id").orElseThrow(),
                Yaml.text(fields, "line").orElseThrow(),
                fields.containsKey("headers") ? Optional.of(headers(fields)) : Optional.empty(),
                Yaml.text(fields, "body"));
    }

    static List<Header> headers(Map<String, Object> fields) {
        return Yaml.list(fields, "headers").stream()
                .map(Yaml::list)
                .map(pair -> new Header(String.valueOf(pair.get(0)), String.valueOf(pair.get(1))))
                .toList();
    }
}
