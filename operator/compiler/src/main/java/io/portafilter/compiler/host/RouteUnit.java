package io.portafilter.compiler.host;

import io.portafilter.compiler.annotation.Denial;
import io.portafilter.compiler.incremental.Lookup;
import io.portafilter.compiler.incremental.Unit;
import io.portafilter.compiler.incremental.UnitId;
import io.portafilter.compiler.ingress.AcceptedIngress;
import io.portafilter.compiler.ingress.ClusterKey;
import io.portafilter.compiler.ingress.DefaultBackendUnit;
import io.portafilter.compiler.ingress.IngressUnit;
import io.portafilter.compiler.settings.SettingsUnits;
import io.portafilter.contract.Action;
import io.portafilter.contract.IngressRef;
import io.portafilter.contract.Origin;
import io.portafilter.contract.Policies;
import io.portafilter.contract.Route;
import io.portafilter.contract.RouteMatch;
import io.portafilter.snapshot.Finding;
import java.util.Optional;
import java.util.function.Consumer;

/** Unit {@code route}: the published route of a path: its owner's policies, and what is done in the end. */
public final class RouteUnit {
    /** Its value for a path of a host. */
    public static final UnitId<RouteKey, Route> ID = new UnitId<>("route", 4);

    private static final int UNAVAILABLE = 503;
    private static final int NOT_FOUND = 404;

    private final String listenerSet;
    private final SettingsUnits settings;
    private final DefaultBackendUnit defaultBackend;

    /** Creates it. */
    public RouteUnit(String listenerSet, SettingsUnits settings, DefaultBackendUnit defaultBackend) {
        this.listenerSet = listenerSet;
        this.settings = settings;
        this.defaultBackend = defaultBackend;
    }

    /** The unit. */
    public Unit<RouteKey, Route> unit() {
        return new Unit<>(ID, new Unit.EachEmitted<>(HostClaimsUnit.BY_ROUTE), this::make);
    }

    private Optional<Route> make(RouteKey key, Lookup lookup, Consumer<Finding> findings) {
        HostClaims claims = lookup.unit(HostClaimsUnit.ID, key.host()).orElseThrow();
        Owner owner = claims.owner(key.match()).orElseThrow();
        Optional<AcceptedIngress> ingress = owner.ingress().flatMap(name -> IngressUnit.inEffect(lookup, name));
        ingress.ifPresent(of ->
                owner.cluster().ifPresent(cluster -> ServiceCheck.check(of, owner.field(), cluster, lookup, findings)));
        return Optional.of(new Route(
                listenerSet,
                key.host(),
                new RouteMatch(key.match()),
                ingress.map(of -> ref(of, owner)).orElse(IngressRef.NONE),
                ingress.map(of -> of.origin(owner.field())).orElseGet(Origin.Default::new),
                ingress.map(of -> of.values().policies()).orElse(Policies.NONE),
                denial(claims, owner, ingress, lookup)
                        .<Action>map(denial -> new Action.Deny(denial.origin()))
                        .orElseGet(() -> forward(owner, lookup))));
    }

    private Optional<Denial> denial(HostClaims claims, Owner owner, Optional<AcceptedIngress> ingress, Lookup lookup) {
        return settings.compilerSettings(lookup)
                .denial()
                .or(claims::denial)
                .or(() -> ingress.filter(of -> owner.refused())
                        .map(of -> new Denial(Denial.Scope.ROUTES, of.origin(owner.field()))))
                .or(() ->
                        ingress.flatMap(of -> of.reading().denial(owner.match().path())));
    }

    private Action forward(Owner owner, Lookup lookup) {
        if (owner.cluster().isPresent()) {
            return new Action.Forward(owner.cluster().get().published(), UNAVAILABLE);
        }
        return defaultBackend
                .cluster(lookup)
                .<Action>map(cluster -> new Action.Forward(cluster.published(), NOT_FOUND))
                .orElseGet(() -> new Action.Respond(NOT_FOUND, new Origin.Default()));
    }

    private static IngressRef ref(AcceptedIngress ingress, Owner owner) {
        return new IngressRef(
                ingress.name().namespace(),
                ingress.name().name(),
                owner.cluster().map(cluster -> cluster.service().name()).orElse(""),
                owner.cluster().map(ClusterKey::port).orElse(""));
    }
}
