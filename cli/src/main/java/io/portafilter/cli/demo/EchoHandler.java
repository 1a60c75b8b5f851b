package io.portafilter.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.portafilter.contract.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers with the request as it arrived: as text, or as JSON for clients that accept JSON. */
final class EchoHandler implements HttpHandler {
    private final DemoEndpoint endpoint;

    EchoHandler(DemoEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            long bodyBytes = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            Echo echo = Echo.of(endpoint, exchange, bodyBytes);
            boolean json = wantsJson(exchange);
            byte[] answer = json ? Json.write(echo) : echo.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", json ? "application/json" : "text/plain; charset=utf-8");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static boolean wantsJson(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("Accept", List.of()).stream()
                .anyMatch(types -> types.contains("json"));
    }
}
