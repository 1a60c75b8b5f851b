package io.portafilter.snapshot;

import java.time.Instant;
import java.util.Collections;

/**
 * A v1 Secret of which only the name is known: it exists, but its contents are not here. A cluster's Secrets stay so unless the
 * compiler reads them.
 *
 * @param name its namespace and name
 */
public record PendingSecret(Name name) implements KubeObject {
    /** Nothing but the name. */
    @Override
    public Meta meta() {
        return new Meta(name, "", Instant.EPOCH, Collections.emptySortedMap(), Collections.emptySortedMap());
    }

    @Override
    public Kind kind() {
        return Kind.SECRET;
    }

    @Override
    public Ref ref() {
        return new Ref(Kind.SECRET, name);
    }
}
