package io.portafilter.crds.schema;

/**
 * Why a field is not what the schema says.
 *
 * @param path such as {@code spec.pods.cidrs[0]}
 * @param message what stands there, and what to write instead
 */
public record Problem(String path, String message) {
    @Override
    public String toString() {
        return path + ": " + message;
    }
}
