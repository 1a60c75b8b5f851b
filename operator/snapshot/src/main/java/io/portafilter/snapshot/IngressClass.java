package io.portafilter.snapshot;

/**
 * A networking.k8s.io/v1 IngressClass.
 *
 * @param meta metadata
 * @param controller {@code spec.controller}
 */
public record IngressClass(Meta meta, String controller) implements KubeObject {
    @Override
    public Kind kind() {
        return Kind.INGRESS_CLASS;
    }
}
