package io.portafilter.e2e.oracle;

import io.portafilter.e2e.product.Manifests;
import io.portafilter.e2e.product.Yaml;
import io.portafilter.e2e.wire.TestCertificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A case's short forms as Kubernetes objects. Its steps change it. */
final class CaseObjects {
    private static final String ANNOTATIONS = "nginx.ingress.kubernetes.io/";
    private static final String BIRTH = "metadata";

    private final Case what;
    private final Places places;
    private final Map<String, Object> services;
    private final Map<String, Object> secrets;
    private final Map<String, TestCertificate> certificates = new LinkedHashMap<>();

    CaseObjects(Case what, Places places) {
        this.what = what;
        this.places = places;
        this.services = Yaml.map(what.fields(), "services");
        this.secrets = Yaml.map(what.fields(), "secrets");
    }

    /** Takes over what a step applies. */
    void apply(Map<String, Object> changes) {
        services.putAll(Yaml.map(changes, "services"));
        secrets.putAll(Yaml.map(changes, "secrets"));
    }

    /** All objects as they are now. */
    List<Map<String, Object>> manifests() {
        List<Map<String, Object>> objects = new ArrayList<>();
        services.forEach((name, service) -> objects.addAll(ServiceForm.parse(what.namespace(), name, service, places)));
        secrets.forEach((name, secret) -> objects.add(secret(name, Yaml.map(secret))));
        Yaml.map(what.fields(), "configmaps")
                .forEach((name, data) ->
                        objects.add(Manifests.configMap(what.namespace(), name, texts(Yaml.map(data)))));
        int age = 0;
        for (Object ingress : Yaml.list(what.fields(), "ingresses")) {
            objects.add(ingress((Map<?, ?>) ingress, age++));
        }
        Yaml.list(what.fields(), "manifests").forEach(object -> objects.add(Yaml.map(object)));
        return objects;
    }

    private Map<String, Object> secret(String name, Map<String, Object> form) {
        if (form.containsKey("tls")) {
            List<String> names =
                    Yaml.list(form, "tls").stream().map(String::valueOf).toList();
            return Manifests.tlsSecret(
                    what.namespace(), name, certificates.computeIfAbsent(name, key -> TestCertificate.ec(names)));
        }
        return Manifests.secret(what.namespace(), name, "Opaque", texts(Yaml.map(form, "data")));
    }

    private Map<String, Object> ingress(Map<?, ?> raw, int age) {
        Map<String, Object> form = Yaml.map(raw);
        Map<String, String> annotations = new LinkedHashMap<>();
        texts(Yaml.map(form, "annotations"))
                .forEach((name, value) ->
                        annotations.put(name.contains("/") ? name : ANNOTATIONS + name, places.local(value)));
        Map<String, Object> ingress = Manifests.ingress(
                what.namespace(), Yaml.text(form, "name").orElseThrow(), annotations, IngressForm.spec(raw));
        Map<String, Object> metadata = Yaml.map(ingress, BIRTH);
        metadata.put("creationTimestamp", born(age).toString());
        ingress.put(BIRTH, metadata);
        return ingress;
    }

    /** With {@code order} a second lies between any two; else all came at once. */
    private Instant born(int age) {
        boolean ordered =
                Yaml.text(what.fields(), "order").map(Boolean::parseBoolean).orElse(false);
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(ordered ? age : 0);
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return texts;
    }
}
