package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Ingress.Backend;
import io.portafilter.snapshot.Ingress.PathType;
import io.portafilter.snapshot.Ingress.ServicePort;
import io.portafilter.snapshot.Meta;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an Ingress, with the checks of the API server that do not depend on other objects. */
final class IngressReader {
    private static final Map<String, PathType> PATH_TYPES = Map.of(
            "Exact", PathType.EXACT,
            "Prefix", PathType.PREFIX,
            "ImplementationSpecific", PathType.IMPLEMENTATION_SPECIFIC);

    private IngressReader() {}

    static Ingress read(Meta meta, Fields object) {
        Optional<Fields> spec = object.object("spec");
        if (spec.isEmpty()) {
            if (!object.has("spec")) {
                object.missing("spec", "write spec.rules or spec.defaultBackend");
            }
            return new Ingress(meta, Optional.empty(), Optional.empty(), List.of(), List.of());
        }
        Fields fields = spec.get();
        if (!fields.has("rules") && !fields.has("defaultBackend")) {
            fields.missing("rules", "write spec.rules or spec.defaultBackend");
        }
        return new Ingress(
                meta,
                fields.text("ingressClassName"),
                fields.object("defaultBackend").flatMap(IngressReader::backend),
                fields.objects("tls", IngressReader::tls),
                fields.objects("rules", IngressReader::rule));
    }

    private static Optional<Ingress.Tls> tls(Fields fields) {
        return Optional.of(
                new Ingress.Tls(fields.texts("hosts"), fields.text("secretName").filter(name -> !name.isEmpty())));
    }

    private static Optional<Ingress.Rule> rule(Fields fields) {
        String host = fields.text(
                        "host",
                        text -> text.isEmpty() || Syntax.isHost(text),
                        "write a DNS name in lower case, or *. and one")
                .orElse("");
        List<Ingress.Path> paths = fields.object("http")
                .map(http -> {
                    if (!http.has("paths")) {
                        http.missing("paths", "write at least one path");
                    }
                    return http.objects("paths", IngressReader::path);
                })
                .orElse(List.of());
        return Optional.of(new Ingress.Rule(host, paths));
    }

    private static Optional<Ingress.Path> path(Fields fields) {
        if (!fields.has("pathType")) {
            fields.missing("pathType", "write Exact, ImplementationSpecific or Prefix");
        }
        PathType type = fields.word("pathType", PATH_TYPES).orElse(PathType.IMPLEMENTATION_SPECIFIC);
        String path = fields.text("path").orElse("");
        if (!path.startsWith("/") && (!path.isEmpty() || type != PathType.IMPLEMENTATION_SPECIFIC)) {
            if (fields.has("path")) {
                fields.wrongValue("path", "let it begin with a slash");
            } else {
                fields.missing("path", "write the path, / for every path");
            }
        }
        if (!fields.has("backend")) {
            fields.missing("backend", "write backend.service with name and port");
        }
        return Optional.of(new Ingress.Path(path, type, fields.object("backend").flatMap(IngressReader::backend)));
    }

    private static Optional<Backend> backend(Fields fields) {
        if (fields.has("service") && fields.has("resource")) {
            fields.conflict("resource", "service");
            return Optional.empty();
        }
        if (fields.has("resource")) {
            return fields.object("resource")
                    .map(resource -> new Ingress.ResourceBackend(
                            resource.requiredText("kind", "name the object's kind"),
                            resource.requiredText("name", "name the object")));
        }
        if (!fields.has("service")) {
            fields.missing(
                    "service",
                    fields.has("serviceName")
                            ? "serviceName and servicePort are of the old v1beta1; write service.name and service.port"
                            : "write service.name and service.port.number");
            return Optional.empty();
        }
        return fields.object("service").flatMap(IngressReader::serviceBackend);
    }

    private static Optional<Backend> serviceBackend(Fields service) {
        String name = service.requiredText("name", "name the Service");
        if (!service.has("port")) {
            service.missing("port", "write port.number, or port.name");
            return Optional.empty();
        }
        return service.object("port").flatMap(IngressReader::port).map(port -> new Ingress.ServiceBackend(name, port));
    }

    private static Optional<ServicePort> port(Fields port) {
        boolean number = port.has("number");
        if (number && port.has("name")) {
            port.conflict("name", "number");
            return Optional.empty();
        }
        if (!number && !port.has("name")) {
            port.missing("number", "write the Service's port: its number, or its name");
            return Optional.empty();
        }
        return number
                ? port.port("number").map(Ingress.NumberedPort::new)
                : Optional.of(new Ingress.NamedPort(port.requiredText("name", "name the Service's port")));
    }
}
