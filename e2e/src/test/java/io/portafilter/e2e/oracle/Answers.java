package io.portafilter.e2e.oracle;

import io.portafilter.e2e.backend.Outcome;
import io.portafilter.e2e.backend.Received;
import io.portafilter.e2e.wire.Header;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the recording's backends answer. X-Echo-* fields of a request change an echo's answer. */
final class Answers {
    private static final String WEBSOCKET = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final Pattern AUTH_PATH = Pattern.compile("/auth/(\\d+).*");

    private Answers() {}

    /** 200 and {@code {"id": …, "line": …}}, unless the request wishes something else. */
    static Outcome echo(String id, Received request) {
        if (wish(request, "X-Echo-Close").isPresent()) {
            return new Outcome.HangUp();
        }
        if (request.head().value("Upgrade").orElse("").equalsIgnoreCase("websocket")) {
            return tunnel(request);
        }
        wish(request, "X-Echo-Delay").map(Double::parseDouble).ifPresent(Answers::takeTime);
        int status = wish(request, "X-Echo-Status").map(Integer::parseInt).orElse(200);
        String type = "application/json";
        String body =
                "{\"id\": \"" + id + "\", \"line\": \"" + escaped(request.head().line()) + "\"}";
        Optional<String> text = wish(request, "X-Echo-Size")
                .map(size -> "x".repeat(Integer.parseInt(size)))
                .or(() -> wish(request, "X-Echo-Body"));
        if (text.isPresent()) {
            type = "text/plain";
            body = text.get();
        }
        List<Header> headers = new ArrayList<>(List.of(new Header("Content-Type", type)));
        request.head().values("X-Echo-Header").forEach(wish -> headers.add(header(wish)));
        return answer(status, headers, body);
    }

    /** {@code /auth/CODE?h=Name:value} answers that code with those fields. */
    static Outcome auth(Received request) {
        URI target = URI.create(request.target());
        Matcher path = AUTH_PATH.matcher(target.getPath());
        int status = path.matches() ? Integer.parseInt(path.group(1)) : 200;
        List<Header> headers = new ArrayList<>(List.of(new Header("Content-Type", "text/plain")));
        for (String pair : Optional.ofNullable(target.getRawQuery()).orElse("").split("&")) {
            if (pair.startsWith("h=")) {
                headers.add(header(URLDecoder.decode(pair.substring(2), StandardCharsets.UTF_8)));
            }
        }
        return answer(status, headers, "auth " + status + "\n");
    }

    /** Answers the X-Code that it was sent, 404 without one. */
    static Outcome errorPage(Received request) {
        int status = Integer.parseInt(request.head().value("X-Code").orElse("404"));
        return answer(status, List.of(new Header("Content-Type", "text/plain")), "custom page " + status + "\n");
    }

    private static Outcome answer(int status, List<Header> headers, String body) {
        return new Outcome.Answer(status, headers, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Outcome tunnel(Received request) {
        try {
            String key = request.head().value("Sec-WebSocket-Key").orElse("") + WEBSOCKET;
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(key.getBytes(StandardCharsets.US_ASCII));
            return new Outcome.Tunnel(List.of(
                    new Header("Upgrade", "websocket"),
                    new Header("Connection", "Upgrade"),
                    new Header("Sec-WebSocket-Accept", Base64.getEncoder().encodeToString(digest))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> wish(Received request, String name) {
        return request.head().value(name);
    }

    private static Header header(String text) {
        int colon = text.indexOf(':');
        return new Header(text.substring(0, colon), text.substring(colon + 1).strip());
    }

    private static void takeTime(double seconds) {
        LockSupport.parkNanos(Duration.ofMillis((long) (seconds * 1000)).toNanos());
    }

    /** Inside a JSON string, everything outside ASCII as {@code \\uXXXX}. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(each -> {
            if (each == '"' || each == '\\') {
                escaped.append('\\').append((char) each);
            } else if (each < ' ' || each > '~') {
                escaped.append(String.format("\\u%04x", each));
            } else {
                escaped.append((char) each);
            }
        });
        return escaped.toString();
    }
}
