package io.portafilter.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * A networking.k8s.io/v1 Ingress.
 *
 * @param meta metadata
 * @param className {@code spec.ingressClassName}
 * @param defaultBackend {@code spec.defaultBackend}
 * @param tls {@code spec.tls}
 * @param rules {@code spec.rules}
 */
public record Ingress(
        Meta meta, Optional<String> className, Optional<Backend> defaultBackend, List<Tls> tls, List<Rule> rules)
        implements KubeObject {
    /** Copies the lists. */
    public Ingress {
        tls = List.copyOf(tls);
        rules = List.copyOf(rules);
    }

    @Override
    public Kind kind() {
        return Kind.INGRESS;
    }

    /** Where a path leads. */
    public sealed interface Backend {}

    /** A port of a Service in the Ingress's namespace. */
    public record ServiceBackend(String service, ServicePort port) implements Backend {}

    /** Some other object; not supported, answers as the default backend does (behaviour §1.9). */
    public record ResourceBackend(String kind, String name) implements Backend {}

    /** {@code service.port}. */
    public sealed interface ServicePort {}

    /** A port by its name. */
    public record NamedPort(String name) implements ServicePort {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A port by its number. */
    public record NumberedPort(int number) implements ServicePort {
        @Override
        public String toString() {
            return Integer.toString(number);
        }
    }

    /** {@code spec.tls[]}: names and the Secret with their certificate. */
    public record Tls(List<String> hosts, Optional<String> secretName) {
        /** Copies the list. */
        public Tls {
            hosts = List.copyOf(hosts);
        }
    }

    /** {@code spec.rules[]}; an empty host means every host. */
    public record Rule(String host, List<Path> paths) {
        /** Copies the list. */
        public Rule {
            paths = List.copyOf(paths);
        }
    }

    /** {@code http.paths[]}; an empty path means {@code /}. */
    public record Path(String path, PathType type, Optional<Backend> backend) {}

    /** {@code pathType}; absent is {@link #IMPLEMENTATION_SPECIFIC}. */
    public enum PathType {
        EXACT,
        PREFIX,
        IMPLEMENTATION_SPECIFIC
    }
}
