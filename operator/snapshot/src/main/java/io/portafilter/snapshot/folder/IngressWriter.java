package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Ingress.Backend;
import io.portafilter.snapshot.Ingress.PathType;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Meta;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes an Ingress as the manifest that {@link IngressReader} reads as the same Ingress. */
final class IngressWriter {
    private IngressWriter() {}

    static Map<String, Object> manifest(Ingress ingress) {
        Map<String, Object> spec = new LinkedHashMap<>();
        ingress.className().ifPresent(name -> spec.put("ingressClassName", name));
        ingress.defaultBackend().ifPresent(backend -> spec.put("defaultBackend", backend(backend)));
        spec.put("tls", ingress.tls().stream().map(IngressWriter::tls).toList());
        spec.put("rules", ingress.rules().stream().map(IngressWriter::rule).toList());
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("apiVersion", ApiVersions.of(Kind.INGRESS));
        manifest.put("kind", Kind.INGRESS.label());
        manifest.put("metadata", metadata(ingress.meta()));
        manifest.put("spec", spec);
        return manifest;
    }

    private static Map<String, Object> metadata(Meta meta) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("namespace", meta.name().namespace());
        metadata.put("name", meta.name().name());
        if (!meta.uid().isEmpty()) {
            metadata.put("uid", meta.uid());
        }
        if (!meta.createdAt().equals(Instant.EPOCH)) {
            metadata.put("creationTimestamp", meta.createdAt().toString());
        }
        metadata.put("labels", meta.labels());
        metadata.put("annotations", meta.annotations());
        return metadata;
    }

    private static Map<String, Object> tls(Ingress.Tls tls) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("hosts", tls.hosts());
        tls.secretName().ifPresent(name -> fields.put("secretName", name));
        return fields;
    }

    private static Map<String, Object> rule(Ingress.Rule rule) {
        List<Map<String, Object>> paths =
                rule.paths().stream().map(IngressWriter::path).toList();
        return Map.of("host", rule.host(), "http", Map.of("paths", paths));
    }

    private static Map<String, Object> path(Ingress.Path path) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", path.path());
        fields.put("pathType", pathType(path.type()));
        path.backend().ifPresent(backend -> fields.put("backend", backend(backend)));
        return fields;
    }

    private static String pathType(PathType type) {
        return switch (type) {
            case EXACT -> "Exact";
            case PREFIX -> "Prefix";
            case IMPLEMENTATION_SPECIFIC -> "ImplementationSpecific";
        };
    }

    private static Map<String, Object> backend(Backend backend) {
        return switch (backend) {
            case Ingress.ServiceBackend(String service, Ingress.ServicePort port) ->
                Map.of("service", Map.of("name", service, "port", port(port)));
            case Ingress.ResourceBackend(String kind, String name) ->
                Map.of("resource", Map.of("kind", kind, "name", name));
        };
    }

    private static Map<String, Object> port(Ingress.ServicePort port) {
        return switch (port) {
            case Ingress.NamedPort(String name) -> Map.of("name", name);
            case Ingress.NumberedPort(int number) -> Map.of("number", number);
        };
    }
}
