package io.portafilter.compiler.host;

import io.portafilter.compiler.incremental.KeyIndex;
import io.portafilter.compiler.incremental.Lookup;
import io.portafilter.compiler.incremental.Unit;
import io.portafilter.compiler.incremental.UnitId;
import io.portafilter.contract.Key;
import io.portafilter.contract.Route;
import io.portafilter.contract.RouteMatch;
import io.portafilter.contract.Sourced;
import io.portafilter.contract.VirtualHost;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Name;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Unit {@code virtual-host}: the published virtual host of a name, or the redirect of a www counterpart that no rule defines. */
public final class VirtualHostUnit {
    /** Its value for a host. */
    public static final UnitId<String, VirtualHost> ID = new UnitId<>("virtual-host", 4);

    /** Virtual hosts and listeners, by the Secrets that they show to clients. */
    public static final KeyIndex<Name, String> BY_IDENTITY = new KeyIndex<>("shown-by-identity");

    private final String listenerSet;

    /** Creates it for the hosts of this listener set. */
    public VirtualHostUnit(String listenerSet) {
        this.listenerSet = listenerSet;
    }

    /** The unit. */
    public Unit<String, VirtualHost> unit() {
        return new Unit<>(ID, new Unit.EachEmitted<>(HostClaimsUnit.BY_VIRTUAL_HOST), this::make)
                .emitting(
                        BY_IDENTITY,
                        host -> host.identity().map(Sourced::value).map(VirtualHostUnit::secret).stream()
                                .toList());
    }

    /** The Secret behind an identity's key. */
    public static Name secret(Key identity) {
        int slash = identity.name().indexOf('/');
        return new Name(identity.name().substring(0, slash), identity.name().substring(slash + 1));
    }

    private Optional<VirtualHost> make(String host, Lookup lookup, Consumer<Finding> findings) {
        Optional<HostClaims> claims = lookup.unit(HostClaimsUnit.ID, host);
        return claims.isPresent()
                ? claims.map(found -> withRoutes(found, lookup, findings))
                : counterpart(host, lookup);
    }

    private VirtualHost withRoutes(HostClaims claims, Lookup lookup, Consumer<Finding> findings) {
        List<Sourced<String>> aliases = claims.aliases().stream()
                .filter(alias -> lookup.unit(AliasOwnerUnit.ID, alias.value())
                        .filter(claims.host()::equals)
                        .isPresent())
                .toList();
        List<Key> routes = claims.owners().values().stream()
                .map(owner -> Route.key(listenerSet, claims.host(), new RouteMatch(owner.match())))
                .toList();
        return new VirtualHost(
                listenerSet,
                claims.host(),
                aliases,
                claims.tls().flatMap(tls -> CertificateChoice.of(claims.host(), tls, lookup, findings)),
                claims.tls().isPresent(),
                Optional.empty(),
                routes);
    }

    /** Its certificate is the main host's where that covers it; findings about it belong to the main host. */
    private Optional<VirtualHost> counterpart(String name, Lookup lookup) {
        return lookup.producers(HostClaimsUnit.BY_VIRTUAL_HOST, name).stream()
                .flatMap(main -> lookup.unit(HostClaimsUnit.ID, main).stream())
                .findFirst()
                .map(main -> new VirtualHost(
                        listenerSet,
                        name,
                        List.of(),
                        main.tls().flatMap(tls -> CertificateChoice.of(name, tls, lookup, finding -> {})),
                        main.tls().isPresent(),
                        main.wwwCounterpart().map(set -> set.map(own -> main.host())),
                        List.of()));
    }
}
