package io.portafilter.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request as a backend saw it.
 *
 * @param service whose backend
 * @param endpointSlice the slice that names the endpoint
 * @param endpoint address and port that were reached
 * @param method of the request
 * @param target of the request: path and query
 * @param headers sorted; names as the JDK's server writes them
 * @param bodyBytes length of the body
 */
record Echo(
        String service,
        String endpointSlice,
        String endpoint,
        String method,
        String target,
        SortedMap<String, List<String>> headers,
        long bodyBytes) {
    static Echo of(DemoEndpoint endpoint, HttpExchange exchange, long bodyBytes) {
        return new Echo(
                endpoint.service().toString(),
                endpoint.slice().toString(),
                endpoint.address() + ":" + endpoint.port(),
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                new TreeMap<>(exchange.getRequestHeaders()),
                bodyBytes);
    }

    String text() {
        String lines = headers.entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value + "\n"))
                .collect(Collectors.joining());
        String body = bodyBytes == 0 ? "" : "(and a body of " + bodyBytes + " bytes)\n";
        return "Service " + service + ", EndpointSlice " + endpointSlice + ", " + endpoint + "\n\n" + method + " "
                + target + "\n" + lines + body;
    }
}
