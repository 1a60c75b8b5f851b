package io.portafilter.compiler.host;

import io.portafilter.compiler.ingress.ClusterKey;
import io.portafilter.contract.PathMatch;
import io.portafilter.snapshot.Name;
import java.util.Optional;

/**
 * Who owns a path of a host.
 *
 * @param match the path
 * @param ingress whose it is; empty for the catch-all host that no Ingress speaks of
 * @param cluster where it leads; empty: to the default backend
 * @param field of the Ingress
 * @param refused whether the path is not one that is allowed
 */
public record Owner(
        PathMatch match, Optional<Name> ingress, Optional<ClusterKey> cluster, String field, boolean refused) {
    /** A path that is allowed. */
    public Owner(PathMatch match, Optional<Name> ingress, Optional<ClusterKey> cluster, String field) {
        this(match, ingress, cluster, field, false);
    }
}
