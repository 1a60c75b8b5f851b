package io.portafilter.e2e.conformance;

import io.portafilter.e2e.product.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Service that an Ingress names.
 *
 * @param service its name
 * @param portName name of its port; when the Ingress gives a number, {@code http}
 * @param port number of its port; when the Ingress gives a name, 8080
 */
public record IngressBackend(String service, String portName, int port) {
    /** All that this {@code spec} names, in order. */
    public static List<IngressBackend> all(Map<String, Object> spec) {
        List<IngressBackend> all = new ArrayList<>();
        if (spec.containsKey("defaultBackend")) {
            all.add(parse(Yaml.map(spec, "defaultBackend")));
        }
        for (Object rule : Yaml.list(spec, "rules")) {
            for (Object path : Yaml.list(Yaml.map(Yaml.map(rule), "http"), "paths")) {
                all.add(parse(Yaml.map(Yaml.map(path), "backend")));
            }
        }
        return all.stream().distinct().toList();
    }

    /** The Service that has this name. */
    public static IngressBackend named(String service) {
        return new IngressBackend(service, "http", 8080);
    }

    private static IngressBackend parse(Map<String, Object> backend) {
        Map<String, Object> service = Yaml.map(backend, "service");
        Map<String, Object> port = Yaml.map(service, "port");
        return new IngressBackend(
                Yaml.text(service, "name").orElseThrow(),
                Yaml.text(port, "name").orElse("http"),
                Yaml.text(port, "number").map(Integer::parseInt).orElse(8080));
    }
}
