package io.portafilter.e2e.oracle;

import io.portafilter.e2e.product.Manifests;
import io.portafilter.e2e.product.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The short form of a Service and its EndpointSlice: a list of backends, or a map with {@code to}, {@code port}, {@code name},
 * {@code targetPort}, {@code endpointPort}, {@code spec}. Without {@code to} there is no slice.
 */
final class ServiceForm {
    private ServiceForm() {}

    static List<Map<String, Object>> parse(String namespace, String name, Object form, Places places) {
        Map<String, Object> fields = form instanceof List<?> to ? Map.of("to", to) : Yaml.map(form);
        List<Object> to = Yaml.list(fields, "to");
        int backendPort = to.contains("tls") ? places.tlsPort() : places.plainPort();
        int port = Yaml.text(fields, "port").map(Integer::parseInt).orElse(80);
        String portName = Yaml.text(fields, "name").orElse("http");
        Map<String, Object> only = new LinkedHashMap<>();
        only.put("name", portName);
        only.put("port", port);
        only.put(
                "targetPort",
                Yaml.text(fields, "targetPort")
                        .<Object>map(text -> number(text))
                        .orElse(backendPort));
        only.put("protocol", "TCP");
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("ports", List.of(only));
        Yaml.map(fields, "spec")
                .forEach((key, value) ->
                        spec.put(key, value instanceof String text ? Places.localAddress(text) : value));

        List<Map<String, Object>> objects = new ArrayList<>();
        objects.add(Manifests.service(namespace, name, spec));
        if (fields.containsKey("to")) {
            int endpointPort =
                    Yaml.text(fields, "endpointPort").map(Integer::parseInt).orElse(backendPort);
            List<Map<String, Object>> endpoints =
                    to.stream().map(ServiceForm::endpoint).toList();
            objects.add(Manifests.slice(namespace, name + "-1", name, portName, endpointPort, endpoints));
        }
        return objects;
    }

    private static Map<String, Object> endpoint(Object form) {
        if (form instanceof Map<?, ?> fields) {
            Map<String, Object> endpoint = Yaml.map(fields);
            String id = Optional.ofNullable(endpoint.remove("id"))
                    .map(String::valueOf)
                    .orElseThrow();
            endpoint.put("addresses", List.of(Places.address(id)));
            return endpoint;
        }
        return Manifests.ready(Places.address(String.valueOf(form)));
    }

    private static Object number(String text) {
        return text.chars().allMatch(Character::isDigit) ? Integer.valueOf(text) : text;
    }
}
