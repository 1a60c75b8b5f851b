package io.portafilter.e2e.conformance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.portafilter.e2e.backend.Behaviour;
import io.portafilter.e2e.backend.Outcome;
import io.portafilter.e2e.backend.Received;
import io.portafilter.e2e.wire.Header;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A pod of the suite: answers what it was asked, and who it is, as JSON. */
record Echo(String namespace, String ingress, String service, String pod) implements Behaviour {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Outcome on(Received request) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("path", request.target());
        answer.put("host", request.head().value("Host").orElse(""));
        answer.put("method", request.method());
        answer.put(
                "proto", request.head().line().substring(request.head().line().lastIndexOf(' ') + 1));
        answer.put(
                "headers",
                request.head().headers().stream()
                        .collect(Collectors.groupingBy(
                                Header::name, Collectors.mapping(Header::value, Collectors.toList()))));
        answer.put("namespace", namespace);
        answer.put("ingress", ingress);
        answer.put("service", service);
        answer.put("pod", pod);
        answer.put("tls", Map.of());
        return Outcome.Answer.ok("application/json", JSON.valueToTree(answer).toString());
    }
}
