package io.portafilter.compiler;

import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.EndpointSlice;
import io.portafilter.snapshot.Endpoints;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Namespace;
import io.portafilter.snapshot.Node;
import io.portafilter.snapshot.Pod;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Secret;
import io.portafilter.snapshot.Service;
import io.portafilter.snapshot.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Seeded edits of a small world, in which few names meet often. */
final class RandomEdits {
    private static final List<String> HOSTS =
            List.of("h1.test", "www.h1.test", "h2.test", "a.h.test", "*.h.test", "", "H3.test");
    private static final List<String> PATHS = List.of("/", "/a", "/a/", "/a/b", "", "/b");
    private static final List<String> SERVICES = List.of("s1", "s2", "s3", "s4", "none");
    private static final List<String> SECRETS = List.of("c1", "c2", "c3");
    private static final List<String> CERTIFICATES = List.of("h1", "h1-renewed", "wild");
    private static final List<Map.Entry<String, String>> ANNOTATIONS = List.of(
            Map.entry("server-alias", "h2.test,alias.test"),
            Map.entry("server-alias", "alias.test,*.alias.test"),
            Map.entry("server-alias", "bad alias;"),
            Map.entry("from-to-www-redirect", "true"),
            Map.entry("from-to-www-redirect", "maybe"),
            Map.entry("canary", "true"),
            Map.entry("canary", "true"),
            Map.entry("service-upstream", "true"),
            Map.entry("load-balance", "ewma"),
            Map.entry("ssl-redirect", "false"),
            Map.entry("proxy-read-timeout", "7"),
            Map.entry("use-regex", "true"),
            Map.entry("rewrite-target", "/x"),
            Map.entry("auth-type", "basic"),
            Map.entry("auth-secret", "elsewhere/users"),
            Map.entry("allowlist-source-range", "10.0.0.0/8"),
            Map.entry("proxy-body-size", "x"));
    private static final List<Map.Entry<String, String>> OPTIONS = List.of(
            Map.entry("ssl-redirect", "false"),
            Map.entry("proxy-read-timeout", "9"),
            Map.entry("allow-cross-namespace-resources", "true"),
            Map.entry("service-upstream", "true"),
            Map.entry("annotations-risk-level", "Low"),
            Map.entry("no-such-option", "1"),
            Map.entry("global-auth-url", "http://auth.test/"),
            Map.entry("keep-alive", "x"));

    private final Random random;

    RandomEdits(long seed) {
        this.random = new Random(seed);
    }

    /** One edit: an object comes, changes or goes. */
    Change next(Snapshot snapshot) {
        if (random.nextInt(4) == 0 && snapshot.size() > 0) {
            List<Ref> refs = snapshot.all()
                    .map(KubeObject::ref)
                    .filter(ref -> ref.kind() != Kind.LAST_GOOD_INGRESS)
                    .sorted()
                    .toList();
            if (!refs.isEmpty()) {
                return new Change.Delete(pick(refs));
            }
        }
        return new Change.Put(object());
    }

    private KubeObject object() {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> ingress();
            case 9, 10 -> service();
            case 11, 12, 13 -> slice();
            case 14 -> endpoints();
            case 15, 16 -> secret();
            case 17 ->
                Kube.ingressClass(
                        pick(List.of("nginx", "other")), pick(List.of("k8s.io/ingress-nginx", "example.com/other")));
            case 18 -> Kube.configMap(Map.ofEntries(pick(OPTIONS), Map.entry("hsts", pick(List.of("true", "false")))));
            default -> bystander();
        };
    }

    private Ingress ingress() {
        Kube.IngressBuilder ingress = Kube.ingress("i" + random.nextInt(8)).createdAt(random.nextInt(3));
        ingress.className(pick(List.of(
                Optional.of("nginx"),
                Optional.of("nginx"),
                Optional.of("nginx"),
                Optional.of("other"),
                Optional.empty())));
        for (int i = random.nextInt(3); i > 0; i--) {
            Map.Entry<String, String> annotation = pick(ANNOTATIONS);
            ingress.annotated(annotation.getKey(), annotation.getValue());
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            ingress.rule(pick(HOSTS), pick(List.of(Ingress.PathType.values())), pick(PATHS), pick(SERVICES));
        }
        if (random.nextInt(4) == 0) {
            ingress.defaultBackend(pick(SERVICES));
        }
        if (random.nextInt(3) == 0) {
            ingress.tls(pick(SECRETS), pick(HOSTS));
        }
        return ingress.build();
    }

    private Service service() {
        String name = pick(SERVICES);
        return random.nextInt(8) == 0
                ? new Service(
                        Kube.meta(Kube.name(name), 0, Map.of(), Map.of()),
                        Service.Type.EXTERNAL_NAME,
                        List.of(),
                        Optional.of(pick(List.of("db.example.com", "localhost", "10.0.0.9"))),
                        List.of())
                : Kube.service(name, pick(List.of(8080, 9090)));
    }

    private EndpointSlice slice() {
        return Kube.slice(
                "e" + random.nextInt(5),
                pick(SERVICES),
                pick(List.of(8080, 9090)),
                "10.1.0." + random.nextInt(4),
                "10.1.0." + random.nextInt(4));
    }

    private Endpoints endpoints() {
        return new Endpoints(
                Kube.meta(Kube.name(pick(SERVICES)), 0, Map.of(), Map.of()),
                List.of(new Endpoints.Subset(
                        List.of("10.2.0." + random.nextInt(4)),
                        List.of(new EndpointSlice.Port("http", "TCP", Optional.of(8080))))));
    }

    private Secret secret() {
        Secret good = Kube.tlsSecret(pick(SECRETS), pick(CERTIFICATES));
        return random.nextInt(4) == 0 ? new Secret(good.meta(), "Opaque", new TreeMap<>()) : good;
    }

    private KubeObject bystander() {
        String name = "x" + random.nextInt(2);
        return switch (random.nextInt(3)) {
            case 0 -> new Namespace(Kube.meta(Name.clusterScoped(name), 0, Map.of(), Map.of()));
            case 1 -> new Node(Kube.meta(Name.clusterScoped(name), 0, Map.of(), Map.of()), List.of(), List.of());
            default -> new Pod(Kube.meta(Kube.name(name), 0, Map.of(), Map.of()), Optional.empty(), List.of(), true);
        };
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
