package io.portafilter.compiler.host;

import io.portafilter.compiler.annotation.Denial;
import io.portafilter.contract.PathMatch;
import io.portafilter.contract.Sourced;
import io.portafilter.snapshot.Name;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Who owns what of one host.
 *
 * @param host the name
 * @param owners every path once per type, by the text of its match; never empty, as {@code /} is always there
 * @param aliases from the oldest Ingress that has some
 * @param aliasIngress that Ingress
 * @param wwwCounterpart the other name ({@code www.} added or removed) from which everything is redirected here
 * @param tls what decides the certificate; empty: the host has none
 * @param canaries attached to primaries of this host, oldest first
 * @param denial why every route of the host answers 503, if so
 */
public record HostClaims(
        String host,
        SortedMap<String, Owner> owners,
        List<Sourced<String>> aliases,
        Optional<Name> aliasIngress,
        Optional<Sourced<String>> wwwCounterpart,
        Optional<TlsClaim> tls,
        List<Canary> canaries,
        Optional<Denial> denial) {
    /** Copies the lists. */
    public HostClaims {
        owners = Collections.unmodifiableSortedMap(owners);
        aliases = List.copyOf(aliases);
        canaries = List.copyOf(canaries);
    }

    /** The owner of this path. */
    public Optional<Owner> owner(PathMatch match) {
        return Optional.ofNullable(owners.get(match.toString()));
    }
}
