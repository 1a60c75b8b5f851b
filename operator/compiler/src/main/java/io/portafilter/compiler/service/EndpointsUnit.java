package io.portafilter.compiler.service;

import io.portafilter.compiler.incremental.Lookup;
import io.portafilter.compiler.incremental.Unit;
import io.portafilter.compiler.incremental.UnitId;
import io.portafilter.compiler.ingress.ClusterKey;
import io.portafilter.compiler.ingress.IngressUnit;
import io.portafilter.compiler.ingress.ServicePorts;
import io.portafilter.compiler.settings.SettingsUnits;
import io.portafilter.contract.Endpoint;
import io.portafilter.contract.Endpoints;
import io.portafilter.contract.Sourced;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Service;
import io.portafilter.snapshot.Severity;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Unit {@code endpoints}: where the requests of a Service port can go now (behaviour §11). No other unit reads it, so that a pod's
 * readiness touches no route.
 */
public final class EndpointsUnit {
    /** Its value for a Service port. */
    public static final UnitId<ClusterKey, Endpoints> ID = new UnitId<>("endpoints", 3);

    private final SettingsUnits settings;
    private final ExternalNames externalNames;

    /**
     * Creates it.
     *
     * @param settings whether Services' own addresses are used by default
     * @param externalNames whether Services of type ExternalName work ({@code --disable-svc-external-name} forbids it)
     */
    public EndpointsUnit(SettingsUnits settings, boolean externalNames) {
        this.settings = settings;
        this.externalNames = new ExternalNames(externalNames);
    }

    /** The unit. */
    public Unit<ClusterKey, Endpoints> unit() {
        return new Unit<>(ID, new Unit.EachEmitted<>(IngressUnit.BY_CLUSTER), this::make);
    }

    private Optional<Endpoints> make(ClusterKey key, Lookup lookup, Consumer<Finding> findings) {
        Collection<Endpoint> endpoints = lookup.object(Service.class, Kind.SERVICE, key.service())
                .map(service -> endpoints(key, service, lookup, findings))
                .orElse(List.of());
        return Optional.of(new Endpoints(
                key.service().namespace(),
                key.service().name(),
                key.port(),
                endpoints.stream().distinct().sorted().toList()));
    }

    private Collection<Endpoint> endpoints(ClusterKey key, Service service, Lookup lookup, Consumer<Finding> findings) {
        if (service.type() == Service.Type.EXTERNAL_NAME) {
            return externalNames.endpoint(service, key.port(), findings).stream()
                    .toList();
        }
        Optional<Service.Port> port = ServicePorts.find(service, key.port());
        if (port.isEmpty()) {
            return List.of();
        }
        if (serviceUpstream(key, lookup)) {
            return service.clusterIps().stream()
                    .findFirst()
                    .map(address -> new Endpoint(address, port.get().port()))
                    .stream()
                    .toList();
        }
        Collection<Endpoint> ready = ReadyEndpoints.of(service, port.get(), lookup);
        if (ready.isEmpty()) {
            findings.accept(new Finding(
                    "service-without-endpoints",
                    Severity.WARNING,
                    service.ref(),
                    "spec.ports",
                    "port " + key.port() + " has no ready endpoint; its requests are answered 503"));
        }
        return ready;
    }

    private boolean serviceUpstream(ClusterKey key, Lookup lookup) {
        return ClusterUnit.firstMention(key, lookup)
                .flatMap(ingress -> ingress.values().serviceUpstream())
                .map(Sourced::value)
                .orElseGet(() ->
                        settings.compilerSettings(lookup).serviceUpstream().value());
    }
}
