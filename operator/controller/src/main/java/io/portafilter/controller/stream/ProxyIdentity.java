package io.portafilter.controller.stream;

import java.util.Comparator;
import java.util.Optional;

/**
 * Which proxy it is, from the API server's review of its token.
 *
 * @param namespace of its service account
 * @param serviceAccount its service account
 * @param pod its pod; empty if the token is bound to none
 */
public record ProxyIdentity(String namespace, String serviceAccount, Optional<String> pod)
        implements Comparable<ProxyIdentity> {
    private static final Comparator<ProxyIdentity> ORDER = Comparator.comparing(ProxyIdentity::namespace)
            .thenComparing(ProxyIdentity::name)
            .thenComparing(ProxyIdentity::serviceAccount);

    /** The pod's name, or the service account's if there is none. */
    public String name() {
        return pod.orElse(serviceAccount);
    }

    @Override
    public int compareTo(ProxyIdentity other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return namespace + "/" + name();
    }
}
