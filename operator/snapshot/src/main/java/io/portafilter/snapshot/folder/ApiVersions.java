package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Kind;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which kinds are read, and in which version of the API. */
final class ApiVersions {
    private static final Map<String, Kind> KINDS = Arrays.stream(Kind.values())
            .filter(kind -> kind != Kind.LAST_GOOD_INGRESS)
            .collect(Collectors.toUnmodifiableMap(Kind::label, Function.identity()));

    private ApiVersions() {}

    static Optional<Kind> kind(String label) {
        return Optional.ofNullable(KINDS.get(label));
    }

    static String of(Kind kind) {
        return switch (kind) {
            case INGRESS, INGRESS_CLASS, LAST_GOOD_INGRESS -> "networking.k8s.io/v1";
            case ENDPOINT_SLICE -> "discovery.k8s.io/v1";
            case SERVICE, ENDPOINTS, SECRET, CONFIG_MAP, NAMESPACE, POD, NODE -> "v1";
        };
    }
}
