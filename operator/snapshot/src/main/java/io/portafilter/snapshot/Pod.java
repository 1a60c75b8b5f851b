package io.portafilter.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * A v1 Pod.
 *
 * @param meta metadata
 * @param nodeName {@code spec.nodeName}
 * @param ips {@code status.podIPs}
 * @param ready whether its Ready condition is True
 */
public record Pod(Meta meta, Optional<String> nodeName, List<String> ips, boolean ready) implements KubeObject {
    /** Copies the list. */
    public Pod {
        ips = List.copyOf(ips);
    }

    @Override
    public Kind kind() {
        return Kind.POD;
    }
}
