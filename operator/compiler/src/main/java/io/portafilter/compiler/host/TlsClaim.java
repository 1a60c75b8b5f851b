package io.portafilter.compiler.host;

import io.portafilter.snapshot.Name;
import java.util.List;

/**
 * What the oldest Ingress with a {@code tls} section says about a host's certificate (behaviour §7).
 *
 * @param ingress that Ingress
 * @param candidates the Secrets to try, in order: of the entry that names the host alone, else of all entries, where the first whose
 *     names cover the host is taken; empty: the default certificate
 */
public record TlsClaim(Name ingress, List<Candidate> candidates) {
    /** Copies the list. */
    public TlsClaim {
        candidates = List.copyOf(candidates);
    }

    /**
     * One Secret.
     *
     * @param secret in the Ingress's namespace
     * @param literal whether the entry names the host itself
     * @param field of the Ingress, for example {@code spec.tls[0].secretName}
     */
    public record Candidate(Name secret, boolean literal, String field) {}
}
