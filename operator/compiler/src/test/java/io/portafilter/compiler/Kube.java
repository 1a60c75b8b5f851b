package io.portafilter.compiler;

import io.portafilter.snapshot.ConfigMap;
import io.portafilter.snapshot.EndpointSlice;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.IngressClass;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Secret;
import io.portafilter.snapshot.SecretBytes;
import io.portafilter.snapshot.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Objects of a cluster, in the few words that tests need; everything is in the namespace {@code shop}. */
final class Kube {
    static final String NAMESPACE = "shop";
    static final String PREFIX = "nginx.ingress.kubernetes.io/";

    private Kube() {}

    static Name name(String name) {
        return new Name(NAMESPACE, name);
    }

    static Meta meta(Name name, long age, Map<String, String> labels, Map<String, String> annotations) {
        return new Meta(name, "", Instant.ofEpochSecond(age), new TreeMap<>(labels), new TreeMap<>(annotations));
    }

    static IngressBuilder ingress(String name) {
        return new IngressBuilder(name);
    }

    static Service service(String name) {
        return service(name, 8080);
    }

    /** Port 80, named http, to this target port. */
    static Service service(String name, int targetPort) {
        return new Service(
                meta(name(name), 0, Map.of(), Map.of()),
                Service.Type.CLUSTER_IP,
                List.of("10.0.0.1"),
                Optional.empty(),
                List.of(new Service.Port("http", "TCP", 80, Optional.of(new Service.TargetNumber(targetPort)))));
    }

    static EndpointSlice slice(String name, String service, int port, String... addresses) {
        return new EndpointSlice(
                meta(name(name), 0, Map.of(EndpointSlice.SERVICE_NAME, service), Map.of()),
                "IPv4",
                List.of(addresses).stream()
                        .map(address -> new EndpointSlice.Endpoint(List.of(address), Optional.of(true)))
                        .toList(),
                List.of(new EndpointSlice.Port("http", "TCP", Optional.of(port))));
    }

    static IngressClass ingressClass(String name, String controller) {
        return new IngressClass(meta(Name.clusterScoped(name), 0, Map.of(), Map.of()), controller);
    }

    static ConfigMap configMap(Map<String, String> data) {
        return new ConfigMap(meta(CompilerOptions.DEFAULT.configMap(), 0, Map.of(), Map.of()), new TreeMap<>(data));
    }

    /** A TLS Secret with the certificate of {@code certs/NAME.crt}. */
    static Secret tlsSecret(String name, String certificate) {
        SortedMap<String, SecretBytes> data = new TreeMap<>();
        data.put("tls.crt", SecretBytes.of(resource("certs/" + certificate + ".crt")));
        data.put("tls.key", SecretBytes.of(resource("certs/" + certificate + ".key")));
        return new Secret(meta(name(name), 0, Map.of(), Map.of()), "kubernetes.io/tls", data);
    }

    private static byte[] resource(String path) {
        try (InputStream in = Kube.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("no test resource " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An Ingress step by step. */
    static final class IngressBuilder {
        private final String name;
        private final Map<String, String> annotations = new TreeMap<>();
        private final List<Ingress.Rule> rules = new ArrayList<>();
        private final List<Ingress.Tls> tls = new ArrayList<>();
        private Optional<String> className = Optional.of("nginx");
        private Optional<Ingress.Backend> defaultBackend = Optional.empty();
        private long age;

        private IngressBuilder(String name) {
            this.name = name;
        }

        IngressBuilder createdAt(long seconds) {
            age = seconds;
            return this;
        }

        IngressBuilder className(Optional<String> name) {
            className = name;
            return this;
        }

        /** An annotation under ingress-nginx's prefix. */
        IngressBuilder annotated(String annotation, String value) {
            annotations.put(PREFIX + annotation, value);
            return this;
        }

        /** A rule with one path to port 80. */
        IngressBuilder rule(String host, Ingress.PathType type, String path, String service) {
            rules.add(new Ingress.Rule(host, List.of(new Ingress.Path(path, type, Optional.of(backend(service))))));
            return this;
        }

        IngressBuilder prefix(String host, String path, String service) {
            return rule(host, Ingress.PathType.PREFIX, path, service);
        }

        IngressBuilder defaultBackend(String service) {
            defaultBackend = Optional.of(backend(service));
            return this;
        }

        IngressBuilder tls(String secret, String... hosts) {
            tls.add(new Ingress.Tls(List.of(hosts), Optional.of(secret)));
            return this;
        }

        Ingress build() {
            return new Ingress(meta(name(name), age, Map.of(), annotations), className, defaultBackend, tls, rules);
        }

        private static Ingress.Backend backend(String service) {
            return new Ingress.ServiceBackend(service, new Ingress.NumberedPort(80));
        }
    }
}
