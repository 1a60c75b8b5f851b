package io.portafilter.compiler.service;

import io.portafilter.compiler.host.Canary;
import io.portafilter.compiler.host.HostClaimsUnit;
import io.portafilter.compiler.incremental.Lookup;
import io.portafilter.compiler.incremental.Unit;
import io.portafilter.compiler.incremental.UnitId;
import io.portafilter.compiler.ingress.AcceptedIngress;
import io.portafilter.compiler.ingress.ClusterKey;
import io.portafilter.compiler.ingress.IngressUnit;
import io.portafilter.contract.Cluster;
import io.portafilter.contract.Key;
import io.portafilter.contract.LoadBalance;
import io.portafilter.contract.Sourced;
import io.portafilter.snapshot.Finding;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Unit {@code cluster}: a Service port as everybody's Ingresses name it. Its options come from the oldest Ingress that does
 * (behaviour §1.3), its alternatives from the canaries of all hosts (behaviour §10).
 */
public final class ClusterUnit {
    /** Its value for a Service port. */
    public static final UnitId<ClusterKey, Cluster> ID = new UnitId<>("cluster", 3);

    private ClusterUnit() {}

    /** The unit. */
    public static Unit<ClusterKey, Cluster> unit() {
        return new Unit<>(ID, new Unit.EachEmitted<>(IngressUnit.BY_CLUSTER), ClusterUnit::make);
    }

    /** The oldest Ingress that names this Service port; none if only the default backend does. */
    static Optional<AcceptedIngress> firstMention(ClusterKey key, Lookup lookup) {
        return lookup.first(IngressUnit.BY_CLUSTER, key).flatMap(name -> IngressUnit.inEffect(lookup, name));
    }

    private static Optional<Cluster> make(ClusterKey key, Lookup lookup, Consumer<Finding> findings) {
        return Optional.of(new Cluster(
                key.service().namespace(),
                key.service().name(),
                key.port(),
                firstMention(key, lookup)
                        .flatMap(ingress -> ingress.values().loadBalance())
                        .orElseGet(() -> Sourced.byDefault(LoadBalance.ROUND_ROBIN)),
                alternatives(key, lookup)));
    }

    private record Attached(AcceptedIngress ingress, Canary canary) {}

    private static List<Sourced<Key>> alternatives(ClusterKey key, Lookup lookup) {
        Map<Key, Sourced<Key>> oldestFirst = new LinkedHashMap<>();
        lookup.producers(HostClaimsUnit.BY_PRIMARY, key).stream()
                .flatMap(host -> lookup.unit(HostClaimsUnit.ID, host).stream())
                .flatMap(claims -> claims.canaries().stream())
                .filter(canary -> canary.primary().equals(key))
                .flatMap(canary -> IngressUnit.inEffect(lookup, canary.ingress()).stream()
                        .map(ingress -> new Attached(ingress, canary)))
                .sorted(Comparator.comparing(Attached::ingress, AcceptedIngress.BY_AGE)
                        .thenComparing(attached -> attached.canary().field()))
                .forEach(attached -> oldestFirst.putIfAbsent(
                        attached.canary().alternative().published(),
                        new Sourced<>(
                                attached.canary().alternative().published(),
                                attached.ingress().origin(attached.canary().field()))));
        return List.copyOf(oldestFirst.values());
    }
}
