package io.portafilter.e2e.product;

import io.portafilter.e2e.wire.TestCertificate;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kubernetes objects as maps. */
public final class Manifests {
    private Manifests() {}

    /** An IngressClass of this controller. */
    public static Map<String, Object> ingressClass(String name, String controller) {
        return object(
                "networking.k8s.io/v1",
                "IngressClass",
                Map.of("name", name),
                Map.of("spec", Map.of("controller", controller)));
    }

    /** An Ingress with this {@code spec}. */
    public static Map<String, Object> ingress(
            String namespace, String name, Map<String, String> annotations, Map<String, ?> spec) {
        Map<String, Object> metadata = new LinkedHashMap<>(metadata(namespace, name));
        metadata.put("annotations", annotations);
        return object("networking.k8s.io/v1", "Ingress", metadata, Map.of("spec", spec));
    }

    /** A rule for all paths of a host. */
    public static Map<String, Object> rule(String host, String pathType, String path, String service, int port) {
        Map<String, Object> backend = Map.of("service", Map.of("name", service, "port", Map.of("number", port)));
        return Map.of(
                "host",
                host,
                "http",
                Map.of("paths", List.of(Map.of("path", path, "pathType", pathType, "backend", backend))));
    }

    /** A Service with this {@code spec}. */
    public static Map<String, Object> service(String namespace, String name, Map<String, ?> spec) {
        return object("v1", "Service", metadata(namespace, name), Map.of("spec", spec));
    }

    /** A Service with one TCP port. */
    public static Map<String, Object> service(
            String namespace, String name, String portName, int port, int targetPort) {
        Map<String, Object> only = Map.of("name", portName, "port", port, "targetPort", targetPort, "protocol", "TCP");
        return service(namespace, name, Map.of("ports", List.of(only)));
    }

    /** An EndpointSlice of a Service with one TCP port. */
    public static Map<String, Object> slice(
            String namespace,
            String name,
            String service,
            String portName,
            int port,
            List<? extends Map<String, ?>> endpoints) {
        Map<String, Object> metadata = new LinkedHashMap<>(metadata(namespace, name));
        metadata.put("labels", Map.of("kubernetes.io/service-name", service));
        Map<String, Object> rest = new LinkedHashMap<>();
        rest.put("addressType", "IPv4");
        rest.put("ports", List.of(Map.of("name", portName, "port", port, "protocol", "TCP")));
        rest.put("endpoints", endpoints);
        return object("discovery.k8s.io/v1", "EndpointSlice", metadata, rest);
    }

    /** An endpoint that is ready. */
    public static Map<String, Object> ready(String address) {
        return Map.of("addresses", List.of(address), "conditions", Map.of("ready", true));
    }

    /** A Secret; its values are given as plain text. */
    public static Map<String, Object> secret(String namespace, String name, String type, Map<String, String> data) {
        Map<String, String> encoded = new LinkedHashMap<>();
        data.forEach((key, value) ->
                encoded.put(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        return object("v1", "Secret", metadata(namespace, name), Map.of("type", type, "data", encoded));
    }

    /** A Secret with a certificate. */
    public static Map<String, Object> tlsSecret(String namespace, String name, TestCertificate certificate) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("tls.crt", certificate.certificatePem());
        data.put("tls.key", certificate.keyPem());
        return secret(namespace, name, "kubernetes.io/tls", data);
    }

    /** A ConfigMap. */
    public static Map<String, Object> configMap(String namespace, String name, Map<String, String> data) {
        return object("v1", "ConfigMap", metadata(namespace, name), Map.of("data", data));
    }

    private static Map<String, Object> metadata(String namespace, String name) {
        return Map.of("namespace", namespace, "name", name);
    }

    private static Map<String, Object> object(
            String apiVersion, String kind, Map<String, Object> metadata, Map<String, ?> rest) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("apiVersion", apiVersion);
        object.put("kind", kind);
        object.put("metadata", metadata);
        object.putAll(rest);
        return object;
    }
}
