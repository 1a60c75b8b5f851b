package io.portafilter.e2e.oracle;

import io.portafilter.e2e.product.Yaml;
import io.portafilter.e2e.wire.Header;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens next in a case. */
sealed interface Step {
    static Step of(Map<String, Object> fields) {
        return fields.containsKey("apply") ? new Apply(Yaml.map(fields, "apply")) : new Ask(fields);
    }

    /** Objects change. */
    record Apply(Map<String, Object> changes) implements Step {}

    /** A client asks something. */
    record Ask(Map<String, Object> fields) implements Step {
        private static final List<String> UNDERSTOOD = List.of(
                "method",
                "path",
                "host",
                "headers",
                "body",
                "size",
                "tls",
                "sni",
                "from",
                "times",
                "tally",
                "raw",
                "parallel",
                "cookies",
                "then",
                "port",
                "brief");

        /** Fields that this replay does not know. */
        List<String> unknown() {
            return fields.keySet().stream()
                    .filter(field -> !UNDERSTOOD.contains(field))
                    .toList();
        }

        String method() {
            return text("raw")
                    .map(raw -> raw.strip().split(" ")[0])
                    .or(() -> text("method"))
                    .orElse("GET");
        }

        /** The bytes to send, as Latin-1. */
        String bytes(List<Header> more) {
            return text("raw").orElseGet(() -> head(more) + body());
        }

        private String head(List<Header> more) {
            StringBuilder head = new StringBuilder(method() + " " + text("path").orElse("/") + " HTTP/1.1\r\n");
            head.append(new Header("Host", host())).append("\r\n");
            for (Object pair : Yaml.list(fields, "headers")) {
                List<Object> header = Yaml.list(pair);
                head.append(header.get(0)).append(": ").append(header.get(1)).append("\r\n");
            }
            more.forEach(header -> head.append(header).append("\r\n"));
            if (!body().isEmpty()) {
                head.append("Content-Length: ").append(body().length()).append("\r\n");
            }
            return head.append("\r\n").toString();
        }

        private String body() {
            return text("size")
                    .map(size -> "x".repeat(Integer.parseInt(size)))
                    .or(() -> text("body"))
                    .orElse("");
        }

        String host() {
            return text("host").orElse("");
        }

        boolean tls() {
            return text("tls").map(Boolean::parseBoolean).orElse(false);
        }

        /** Whether it goes to the port of HTTPS, with or without TLS. */
        boolean toTlsPort() {
            return tls() || text("port").filter("443"::equals).isPresent();
        }

        /** The server name of the TLS greeting; empty: none is sent. */
        Optional<String> serverName() {
            return text("sni").or(() -> Optional.of(host().split(":")[0])).filter(name -> !name.isEmpty());
        }

        /** The client's address as recorded. */
        String from() {
            return text("from").orElse("127.0.0.1");
        }

        int times() {
            return text("times").map(Integer::parseInt).orElse(1);
        }

        Optional<Integer> parallel() {
            return text("parallel").map(Integer::parseInt);
        }

        /** {@code get}: from now on cookies are kept; {@code keep}: they are sent. */
        String cookies() {
            return text("cookies").orElse("");
        }

        /** What the client says after a switch of protocols. */
        Optional<String> then() {
            return text("then");
        }

        private Optional<String> text(String field) {
            return Yaml.text(fields, field);
        }

        @Override
        public String toString() {
            String what = text("raw")
                    .map(raw -> raw.replace("\r", "\\r").replace("\n", "\\n"))
                    .orElseGet(() -> method()
                            + (tls() ? " https://" : " http://")
                            + host()
                            + text("path").orElse("/"));
            String headers = fields.containsKey("headers") ? " " + fields.get("headers") : "";
            String all = what + headers;
            return all.length() > 120 ? all.substring(0, 120) + "…" : all;
        }
    }
}
