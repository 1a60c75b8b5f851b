package io.portafilter.cli;

import io.portafilter.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The YAML of the objects that lead a host to an address. Texts of users are quoted, as JSON, which is YAML too. */
final class ManifestText {
    /** Other paths may not be of type Prefix ({@code strict-validate-path-type}). */
    private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9._/-]*");

    private ManifestText() {}

    static String of(ManifestPlace place, ManifestTarget target) {
        String name = place.objectName();
        return ingress(name, place, target)
                + switch (target.kind()) {
                    case IPV4 -> service(name, target.port()) + slice(name, "IPv4", target);
                    case IPV6 -> service(name, target.port()) + slice(name, "IPv6", target);
                    case NAME -> externalName(name, target);
                };
    }

    private static String ingress(String name, ManifestPlace place, ManifestTarget target) {
        return """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: %s
                spec:
                  rules:
                    - host: %s
                      http:
                        paths:
                          - path: %s
                            pathType: %s
                            backend:
                              service:
                                name: %s
                                port:
                                  number: %d
                """.formatted(
                        quoted(name),
                        quoted(place.host()),
                        quoted(place.path()),
                        PLAIN.matcher(place.path()).matches() ? "Prefix" : "ImplementationSpecific",
                        quoted(name),
                        target.port());
    }

    private static String service(String name, int port) {
        return """
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: %s
                spec:
                  ports:
                    - port: %d
                """.formatted(quoted(name), port);
    }

    private static String slice(String name, String addressType, ManifestTarget target) {
        return """
                ---
                apiVersion: discovery.k8s.io/v1
                kind: EndpointSlice
                metadata:
                  name: %s
                  labels:
                    kubernetes.io/service-name: %s
                addressType: %s
                endpoints:
                  - addresses: [%s]
                ports:
                  - port: %d
                """.formatted(quoted(name), quoted(name), addressType, quoted(target.address()), target.port());
    }

    private static String externalName(String name, ManifestTarget target) {
        return """
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: %s
                spec:
                  type: ExternalName
                  externalName: %s
                  ports:
                    - port: %d
                """.formatted(quoted(name), quoted(target.address()), target.port());
    }

    private static String quoted(String text) {
        return new String(Json.write(text), StandardCharsets.UTF_8);
    }
}
