package io.portafilter.compiler.ingress;

import io.portafilter.compiler.incremental.Lookup;
import io.portafilter.compiler.incremental.Unit;
import io.portafilter.compiler.incremental.UnitId;
import io.portafilter.contract.VirtualHost;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Service;
import io.portafilter.snapshot.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Unit {@code default-backend}: the first port of the Service that answers when no rule does (behaviour §6). It also claims the
 * catch-all host, so that there is one when no Ingress speaks of it.
 */
public final class DefaultBackendUnit {
    /** Its value; the key is the Service's name, or empty. */
    public static final UnitId<Name, DefaultBackend> ID = new UnitId<>("default-backend", 1);

    private final Optional<Name> service;

    /**
     * Creates it.
     *
     * @param service {@code --default-backend-service}; empty: such requests are answered 404
     */
    public DefaultBackendUnit(Optional<Name> service) {
        this.service = service;
    }

    /**
     * What answers when no rule does.
     *
     * @param cluster empty: 404
     */
    public record DefaultBackend(Optional<ClusterKey> cluster) {}

    /** The unit. */
    public Unit<Name, DefaultBackend> unit() {
        return new Unit<>(ID, new Unit.Always<>(key()), this::make)
                .emitting(IngressUnit.BY_HOST, value -> List.of(VirtualHost.CATCH_ALL))
                .emitting(
                        IngressUnit.BY_CLUSTER,
                        value -> value.cluster().stream().toList());
    }

    /** The cluster, read by a later unit. */
    public Optional<ClusterKey> cluster(Lookup lookup) {
        return lookup.unit(ID, key()).flatMap(DefaultBackend::cluster);
    }

    private Name key() {
        return service.orElse(Name.clusterScoped("none"));
    }

    private Optional<DefaultBackend> make(Name key, Lookup lookup, Consumer<Finding> findings) {
        Optional<ClusterKey> cluster =
                service.flatMap(name -> lookup.object(Service.class, Kind.SERVICE, name)).stream()
                        .flatMap(found -> found.ports().stream())
                        .findFirst()
                        .map(port -> new ClusterKey(key, Integer.toString(port.port())));
        if (service.isPresent() && cluster.isEmpty()) {
            findings.accept(new Finding(
                    "default-backend-not-found",
                    Severity.ERROR,
                    new Ref(Kind.SERVICE, key),
                    "",
                    "--default-backend-service names it, but there is no such Service with a port; requests that no"
                            + " rule takes are answered 404"));
        }
        return Optional.of(new DefaultBackend(cluster));
    }
}
