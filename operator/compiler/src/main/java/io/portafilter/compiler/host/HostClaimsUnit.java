package io.portafilter.compiler.host;

import io.portafilter.compiler.incremental.KeyIndex;
import io.portafilter.compiler.incremental.Lookup;
import io.portafilter.compiler.incremental.Unit;
import io.portafilter.compiler.incremental.UnitId;
import io.portafilter.compiler.ingress.AcceptedIngress;
import io.portafilter.compiler.ingress.ClusterKey;
import io.portafilter.compiler.ingress.IngressUnit;
import io.portafilter.contract.Sourced;
import io.portafilter.contract.VirtualHost;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Unit {@code host-claims}: who owns what of a host. */
public final class HostClaimsUnit {
    /** Its value for a host. */
    public static final UnitId<String, HostClaims> ID = new UnitId<>("host-claims", 2);

    /** Hosts, by the name of each virtual host that they make: themselves and their www counterpart. */
    public static final KeyIndex<String, String> BY_VIRTUAL_HOST = new KeyIndex<>("hosts-by-virtual-host");

    /** Hosts, by the aliases that they want. */
    public static final KeyIndex<String, String> BY_ALIAS = new KeyIndex<>("hosts-by-alias");

    /** Hosts, by the clusters to which they attach canaries. */
    public static final KeyIndex<ClusterKey, String> BY_PRIMARY = new KeyIndex<>("hosts-by-canary-primary");

    /** Hosts, by their routes. */
    public static final KeyIndex<RouteKey, String> BY_ROUTE = new KeyIndex<>("hosts-by-route");

    /** Hosts, by the Secrets that could be their certificates. */
    public static final KeyIndex<Name, String> BY_SECRET = new KeyIndex<>("hosts-by-secret");

    private HostClaimsUnit() {}

    /** The unit. */
    public static Unit<String, HostClaims> unit() {
        return new Unit<>(ID, new Unit.EachEmitted<>(IngressUnit.BY_HOST), HostClaimsUnit::make)
                .emitting(BY_VIRTUAL_HOST, HostClaimsUnit::virtualHosts)
                .emitting(
                        BY_ALIAS,
                        claims -> claims.aliases().stream().map(Sourced::value).toList())
                .emitting(
                        BY_PRIMARY,
                        claims ->
                                claims.canaries().stream().map(Canary::primary).toList())
                .emitting(
                        BY_SECRET,
                        claims -> claims.tls().stream()
                                .flatMap(tls -> tls.candidates().stream())
                                .map(TlsClaim.Candidate::secret)
                                .toList())
                .emitting(
                        BY_ROUTE,
                        claims -> claims.owners().values().stream()
                                .map(owner -> new RouteKey(claims.host(), owner.match()))
                                .toList());
    }

    private static SortedSet<String> virtualHosts(HostClaims claims) {
        TreeSet<String> names = new TreeSet<>();
        names.add(claims.host());
        claims.wwwCounterpart().map(Sourced::value).ifPresent(names::add);
        return names;
    }

    private static Optional<HostClaims> make(String host, Lookup lookup, Consumer<Finding> findings) {
        List<AcceptedIngress> oldestFirst = lookup.producers(IngressUnit.BY_HOST, host).stream()
                .flatMap(name -> IngressUnit.inEffect(lookup, name).stream())
                .sorted(AcceptedIngress.BY_AGE)
                .toList();
        List<AcceptedIngress> primaries = oldestFirst.stream()
                .filter(ingress -> !ingress.values().canary().value())
                .toList();
        List<AcceptedIngress> canaries = oldestFirst.stream()
                .filter(ingress -> ingress.values().canary().value())
                .toList();
        if (primaries.isEmpty() && !canaries.isEmpty()) {
            CanaryAttachment.of(host, canaries, Map.of(), findings);
        }
        if (primaries.isEmpty() && !host.equals(VirtualHost.CATCH_ALL)) {
            return Optional.empty();
        }
        SortedMap<String, Owner> owners = PathOwnership.of(host, primaries, findings);
        Optional<AcceptedIngress> aliases = HostOptions.aliasIngress(primaries, findings);
        return Optional.of(new HostClaims(
                host,
                owners,
                aliases.map(ingress -> ingress.values().serverAliases()).orElse(List.of()),
                aliases.map(AcceptedIngress::name),
                HostOptions.wwwCounterpart(host, primaries),
                HostOptions.tls(host, primaries),
                CanaryAttachment.of(host, canaries, owners, findings),
                HostOptions.denial(primaries)));
    }
}
