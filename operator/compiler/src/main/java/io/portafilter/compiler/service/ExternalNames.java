package io.portafilter.compiler.service;

import io.portafilter.compiler.ingress.ServicePorts;
import io.portafilter.contract.Endpoint;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Service;
import io.portafilter.snapshot.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Services of type ExternalName: one endpoint, a DNS name that proxies resolve. Names that lead back to the proxy itself, and IP
 * addresses, are refused (behaviour §11).
 */
final class ExternalNames {
    private static final Pattern DNS_NAME =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\.?");
    private static final Pattern IPV4 = Pattern.compile("[0-9.]+");

    private final boolean enabled;

    ExternalNames(boolean enabled) {
        this.enabled = enabled;
    }

    Optional<Endpoint> endpoint(Service service, String port, Consumer<Finding> findings) {
        String name = service.externalName().orElse("").toLowerCase(Locale.ROOT);
        Optional<String> refusal = refusal(name);
        if (refusal.isPresent()) {
            findings.accept(new Finding(
                    "external-name-refused",
                    Severity.ERROR,
                    service.ref(),
                    "spec.externalName",
                    "\"" + name + "\" " + refusal.get() + "; its requests are answered 503"));
            return Optional.empty();
        }
        return number(service, port).map(number -> new Endpoint(name, number));
    }

    private Optional<String> refusal(String name) {
        if (!enabled) {
            return Optional.of("is not followed: external names are off (--disable-svc-external-name)");
        }
        if (name.equals("localhost") || name.equals("localhost.") || name.endsWith(".localhost")) {
            return Optional.of("means the proxy itself");
        }
        if (IPV4.matcher(name).matches() || name.indexOf(':') >= 0) {
            return Optional.of("is an IP address, not a DNS name; use a Service without selector and an EndpointSlice");
        }
        return DNS_NAME.matcher(name).matches() ? Optional.empty() : Optional.of("is not a DNS name");
    }

    private static Optional<Integer> number(Service service, String port) {
        return ServicePorts.find(service, port)
                .flatMap(ServicePorts::targetNumber)
                .or(() -> parse(port));
    }

    private static Optional<Integer> parse(String port) {
        return port.matches("[1-9][0-9]{0,4}") && Integer.parseInt(port) <= 65535
                ? Optional.of(Integer.parseInt(port))
                : Optional.empty();
    }
}
