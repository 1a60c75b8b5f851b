package io.portafilter.compiler.host;

import io.portafilter.compiler.incremental.Lookup;
import io.portafilter.compiler.incremental.Unit;
import io.portafilter.compiler.incremental.UnitId;
import io.portafilter.compiler.ingress.AcceptedIngress;
import io.portafilter.compiler.ingress.IngressUnit;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Unit {@code alias-owner}: which host gets an alias. None if a rule, or a www redirect, has that name; else the host of the oldest
 * Ingress that gives it (behaviour §2.5).
 */
public final class AliasOwnerUnit {
    /** Its value for an alias: the host. */
    public static final UnitId<String, String> ID = new UnitId<>("alias-owner", 3);

    private static final Comparator<Candidate> FIRST =
            Comparator.comparing(Candidate::ingress, AcceptedIngress.BY_AGE).thenComparing(Candidate::host);

    private AliasOwnerUnit() {}

    private record Candidate(String host, AcceptedIngress ingress) {}

    /** The unit. */
    public static Unit<String, String> unit() {
        return new Unit<>(ID, new Unit.EachEmitted<>(HostClaimsUnit.BY_ALIAS), AliasOwnerUnit::make);
    }

    private static Optional<String> make(String alias, Lookup lookup, Consumer<Finding> findings) {
        List<Candidate> candidates = lookup.producers(HostClaimsUnit.BY_ALIAS, alias).stream()
                .flatMap(host -> candidate(host, lookup).stream())
                .sorted(FIRST)
                .toList();
        List<String> hosts = lookup.producers(HostClaimsUnit.BY_VIRTUAL_HOST, alias);
        if (!hosts.isEmpty()) {
            candidates.stream()
                    .filter(candidate -> !candidate.host().equals(alias))
                    .forEach(candidate -> findings.accept(ignored(candidate, alias, "a host of its own")));
            return Optional.empty();
        }
        candidates.stream()
                .skip(1)
                .forEach(candidate -> findings.accept(ignored(
                        candidate,
                        alias,
                        "already an alias of " + candidates.getFirst().host() + " (Ingress "
                                + candidates.getFirst().ingress().name() + ")")));
        return candidates.stream().findFirst().map(Candidate::host);
    }

    private static Optional<Candidate> candidate(String host, Lookup lookup) {
        return lookup.unit(HostClaimsUnit.ID, host)
                .flatMap(HostClaims::aliasIngress)
                .flatMap(name -> IngressUnit.inEffect(lookup, name))
                .map(ingress -> new Candidate(host, ingress));
    }

    private static Finding ignored(Candidate candidate, String alias, String why) {
        return new Finding(
                "server-alias-taken",
                Severity.WARNING,
                candidate.ingress().ref(),
                "metadata.annotations",
                "the alias \"" + alias + "\" of the host " + candidate.host() + " is ignored: that name is " + why);
    }
}
