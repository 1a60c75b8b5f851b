package io.portafilter.snapshot;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A v1 Secret.
 *
 * @param meta metadata
 * @param type for example {@code kubernetes.io/tls}
 * @param data decoded values; they print as {@code ***}
 */
public record Secret(Meta meta, String type, SortedMap<String, SecretBytes> data) implements KubeObject {
    /** Copies the map. */
    public Secret {
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    }

    @Override
    public Kind kind() {
        return Kind.SECRET;
    }
}
