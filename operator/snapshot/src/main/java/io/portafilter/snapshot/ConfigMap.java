package io.portafilter.snapshot;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A v1 ConfigMap.
 *
 * @param meta metadata
 * @param data text values
 */
public record ConfigMap(Meta meta, SortedMap<String, String> data) implements KubeObject {
    /** Copies the map. */
    public ConfigMap {
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    }

    @Override
    public Kind kind() {
        return Kind.CONFIG_MAP;
    }
}
