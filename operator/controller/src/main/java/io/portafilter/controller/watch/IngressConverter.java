package io.portafilter.controller.watch;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.IngressClass;
import io.portafilter.snapshot.Meta;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reduces Ingresses and their classes to our records. */
public final class IngressConverter {
    private IngressConverter() {}

    /** The fields that we read. */
    public static Ingress convert(io.fabric8.kubernetes.api.model.networking.v1.Ingress ingress) {
        Meta meta = MetaConverter.convert(ingress.getMetadata());
        IngressSpec spec = ingress.getSpec();
        if (spec == null) {
            return new Ingress(meta, Optional.empty(), Optional.empty(), List.of(), List.of());
        }
        return new Ingress(
                meta,
                Optional.ofNullable(spec.getIngressClassName()),
                backend(spec.getDefaultBackend()),
                MetaConverter.list(spec.getTls()).stream()
                        .map(IngressConverter::tls)
                        .toList(),
                MetaConverter.list(spec.getRules()).stream()
                        .map(IngressConverter::rule)
                        .toList());
    }

    static IngressClass convert(io.fabric8.kubernetes.api.model.networking.v1.IngressClass ingressClass) {
        return new IngressClass(
                MetaConverter.convert(ingressClass.getMetadata()),
                ingressClass.getSpec() == null
                        ? ""
                        : MetaConverter.text(ingressClass.getSpec().getController()));
    }

    private static Ingress.Tls tls(IngressTLS tls) {
        return new Ingress.Tls(MetaConverter.list(tls.getHosts()), MetaConverter.some(tls.getSecretName()));
    }

    private static Ingress.Rule rule(IngressRule rule) {
        List<Ingress.Path> paths = rule.getHttp() == null
                ? List.of()
                : MetaConverter.list(rule.getHttp().getPaths()).stream()
                        .map(IngressConverter::path)
                        .toList();
        return new Ingress.Rule(MetaConverter.text(rule.getHost()), paths);
    }

    private static Ingress.Path path(HTTPIngressPath path) {
        return new Ingress.Path(
                MetaConverter.text(path.getPath()), pathType(path.getPathType()), backend(path.getBackend()));
    }

    private static Ingress.PathType pathType(@Nullable String type) {
        return switch (MetaConverter.text(type)) {
            case "Exact" -> Ingress.PathType.EXACT;
            case "Prefix" -> Ingress.PathType.PREFIX;
            default -> Ingress.PathType.IMPLEMENTATION_SPECIFIC;
        };
    }

    private static Optional<Ingress.Backend> backend(@Nullable IngressBackend backend) {
        if (backend == null) {
            return Optional.empty();
        }
        if (backend.getResource() != null) {
            return Optional.of(new Ingress.ResourceBackend(
                    MetaConverter.text(backend.getResource().getKind()),
                    MetaConverter.text(backend.getResource().getName())));
        }
        IngressServiceBackend service = backend.getService();
        return service == null || service.getPort() == null
                ? Optional.empty()
                : Optional.of(
                        new Ingress.ServiceBackend(MetaConverter.text(service.getName()), port(service.getPort())));
    }

    private static Ingress.ServicePort port(ServiceBackendPort port) {
        Integer number = port.getNumber();
        return number == null || number == 0
                ? new Ingress.NamedPort(MetaConverter.text(port.getName()))
                : new Ingress.NumberedPort(number);
    }
}
