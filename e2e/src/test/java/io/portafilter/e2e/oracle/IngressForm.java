package io.portafilter.e2e.oracle;

import io.portafilter.e2e.product.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The short form of an Ingress's spec; a verbatim {@code spec} wins field by field. */
final class IngressForm {
    private static final Pattern PATH = Pattern.compile("(\\S+) (.*) -> ([^:]+)(?::(.+))?");

    private IngressForm() {}

    static Map<String, Object> spec(Map<?, ?> raw) {
        Map<String, Object> form = Yaml.map(raw);
        Map<String, Object> spec = new LinkedHashMap<>();
        if (!raw.containsKey("class") || form.containsKey("class")) { // nginx unless the case says another one, or null
            spec.put("ingressClassName", Yaml.text(form, "class").orElse("nginx"));
        }
        List<Object> paths = Yaml.list(form, "paths");
        if (!paths.isEmpty()) {
            Map<String, Object> rule = new LinkedHashMap<>();
            Yaml.text(form, "host").ifPresent(host -> rule.put("host", host));
            rule.put(
                    "http",
                    Map.of(
                            "paths",
                            paths.stream()
                                    .map(path -> path(String.valueOf(path)))
                                    .toList()));
            spec.put("rules", List.of(rule));
        }
        List<Map<String, Object>> tls = new ArrayList<>();
        Yaml.map(form, "tls").forEach((secret, hosts) -> tls.add(Map.of("secretName", secret, "hosts", hosts)));
        if (!tls.isEmpty()) {
            spec.put("tls", tls);
        }
        spec.putAll(Yaml.map(form, "spec"));
        return spec;
    }

    private static Map<String, Object> path(String text) {
        Matcher parts = PATH.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a path of a case (Type /path -> service:port): " + text);
        }
        String port = parts.group(4) == null ? "80" : parts.group(4);
        Map<String, Object> portField = port.chars().allMatch(Character::isDigit)
                ? Map.of("number", Integer.valueOf(port))
                : Map.of("name", port);
        Map<String, Object> path = new LinkedHashMap<>();
        if (!parts.group(2).isEmpty()) {
            path.put("path", parts.group(2));
        }
        path.put("pathType", parts.group(1));
        path.put("backend", Map.of("service", Map.of("name", parts.group(3), "port", portField)));
        return path;
    }
}
