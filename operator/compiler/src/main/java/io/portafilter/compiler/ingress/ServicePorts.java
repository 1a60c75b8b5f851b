package io.portafilter.compiler.ingress;

import io.portafilter.snapshot.Service;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the port of a Service that an Ingress means (behaviour §1.9, §11). */
public final class ServicePorts {
    private ServicePorts() {}

    /** The first port whose number, name or target port is this text. */
    public static Optional<Service.Port> find(Service service, String port) {
        return service.ports().stream()
                .filter(candidate -> Integer.toString(candidate.port()).equals(port)
                        || candidate.name().equals(port)
                        || targetPort(candidate).equals(port))
                .findFirst();
    }

    /** The ports of a Service, for people. */
    public static String describe(Service service) {
        return service.ports().isEmpty()
                ? "it has none"
                : service.ports().stream()
                        .map(port -> port.name().isEmpty()
                                ? Integer.toString(port.port())
                                : port.name() + " (" + port.port() + ")")
                        .collect(Collectors.joining(", ", "it has ", ""));
    }

    /** The number of the target port; empty if it has a name. */
    public static Optional<Integer> targetNumber(Service.Port port) {
        return switch (port.targetPort().orElseGet(() -> new Service.TargetNumber(port.port()))) {
            case Service.TargetNumber(var number) -> Optional.of(number);
            case Service.TargetName name -> Optional.empty();
        };
    }

    private static String targetPort(Service.Port port) {
        return switch (port.targetPort().orElseGet(() -> new Service.TargetNumber(port.port()))) {
            case Service.TargetNumber(var number) -> Integer.toString(number);
            case Service.TargetName(var name) -> name;
        };
    }
}
