package io.portafilter.network.plan;

import io.portafilter.network.cluster.ClusterObject;
import java.util.Optional;

/** What we wrote last, as an annotation of the object keeps it. */
final class LastWritten {
    static final String ANNOTATION = "portafilter.io/last-written";

    private LastWritten() {}

    static Optional<String> of(ClusterObject object) {
        return object.annotation(ANNOTATION);
    }
}
