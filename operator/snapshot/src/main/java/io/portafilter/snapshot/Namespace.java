package io.portafilter.snapshot;

/**
 * A v1 Namespace.
 *
 * @param meta metadata
 */
public record Namespace(Meta meta) implements KubeObject {
    @Override
    public Kind kind() {
        return Kind.NAMESPACE;
    }
}
