package io.portafilter.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.compiler.incremental.UnitKey;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Node;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Secret;
import io.portafilter.snapshot.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** For each kind of edit exactly these units run again; the sets were written by hand. */
final class RebuiltUnitsTest {
    private static final String CONFIG_MAP = "ingress-nginx/ingress-nginx-controller";

    private static Kube.IngressBuilder web() {
        return Kube.ingress("web").createdAt(1).prefix("h1.test", "/", "s1").tls("c1", "h1.test");
    }

    private static Kube.IngressBuilder shop() {
        return Kube.ingress("shop").createdAt(2).prefix("h2.test", "/", "s2");
    }

    private static List<KubeObject> world() {
        return List.of(
                Kube.ingressClass("nginx", "k8s.io/ingress-nginx"),
                web().build(),
                shop().build(),
                Kube.service("s1"),
                Kube.service("s2"),
                Kube.slice("e1", "s1", 8080, "10.0.0.1"),
                Kube.slice("e2", "s2", 8080, "10.0.0.2"),
                Kube.tlsSecret("c1", "h1"),
                Kube.configMap(Map.of("keep-alive", "10")));
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                edit(
                        "an endpoint comes",
                        put(Kube.slice("e1", "s1", 8080, "10.0.0.1", "10.0.0.9")),
                        "endpoints(shop/s1:80)"),
                edit("a slice of a Service that nobody names", put(Kube.slice("e9", "s9", 8080, "10.0.0.9"))),
                edit(
                        "a target port",
                        put(Kube.service("s1", 9090)),
                        "endpoints(shop/s1:80)",
                        "route(h1.test Prefix:/)"),
                edit("a Service goes", delete(Kind.SERVICE, "s2"), "endpoints(shop/s2:80)", "route(h2.test Prefix:/)"),
                edit(
                        "a path",
                        put(Kube.ingress("shop")
                                .createdAt(2)
                                .prefix("h2.test", "/a", "s2")
                                .build()),
                        "ingress(shop/shop)",
                        "host-claims(h2.test)",
                        "virtual-host(h2.test)",
                        "route(h2.test Prefix:/)",
                        "route(h2.test Prefix:/a)",
                        "cluster(shop/s2:80)",
                        "endpoints(shop/s2:80)"),
                edit(
                        "an Ingress goes",
                        delete(Kind.INGRESS, "shop"),
                        "ingress(shop/shop)",
                        "host-claims(h2.test)",
                        "virtual-host(h2.test)",
                        "route(h2.test Prefix:/)",
                        "cluster(shop/s2:80)",
                        "endpoints(shop/s2:80)"),
                edit(
                        "a younger Ingress wants the same path",
                        put(Kube.ingress("late")
                                .createdAt(9)
                                .prefix("h1.test", "/", "s2")
                                .build()),
                        "ingress(shop/late)",
                        "host-claims(h1.test)"),
                edit(
                        "a canary",
                        put(Kube.ingress("canary")
                                .createdAt(9)
                                .annotated("canary", "true")
                                .prefix("h1.test", "/", "s3")
                                .build()),
                        "ingress(shop/canary)",
                        "host-claims(h1.test)",
                        "virtual-host(h1.test)",
                        "route(h1.test Prefix:/)",
                        "cluster(shop/s1:80)",
                        "cluster(shop/s3:80)",
                        "endpoints(shop/s3:80)"),
                edit(
                        "an alias",
                        put(shop().annotated("server-alias", "alias.test").build()),
                        "ingress(shop/shop)",
                        "host-claims(h2.test)",
                        "alias-owner(alias.test)",
                        "virtual-host(h2.test)",
                        "route(h2.test Prefix:/)",
                        "cluster(shop/s2:80)",
                        "endpoints(shop/s2:80)"),
                edit(
                        "a www counterpart",
                        put(shop().annotated("from-to-www-redirect", "true").build()),
                        "ingress(shop/shop)",
                        "host-claims(h2.test)",
                        "virtual-host(h2.test)",
                        "virtual-host(www.h2.test)",
                        "route(h2.test Prefix:/)",
                        "cluster(shop/s2:80)",
                        "endpoints(shop/s2:80)"),
                edit(
                        "a certificate renewed for the same names",
                        put(Kube.tlsSecret("c1", "h1-renewed")),
                        "certificate(shop/c1)",
                        "identity(shop/c1)"),
                edit(
                        "a certificate goes",
                        delete(Kind.SECRET, "c1"),
                        "certificate(shop/c1)",
                        "virtual-host(h1.test)",
                        "identity(shop/c1)"),
                edit(
                        "a Secret that nobody names",
                        put(new Secret(
                                Kube.meta(Kube.name("users"), 0, Map.of(), Map.of()), "Opaque", new TreeMap<>()))),
                edit(
                        "an option of the proxies",
                        put(Kube.configMap(Map.of("keep-alive", "11"))),
                        "settings(" + CONFIG_MAP + ")",
                        "config-map-check(" + CONFIG_MAP + ")"),
                edit(
                        "an option that nobody knows",
                        put(Kube.configMap(Map.of("keep-alive", "10", "no-such-option", "1"))),
                        "config-map-check(" + CONFIG_MAP + ")"),
                edit(
                        "an option of the compiler",
                        put(Kube.configMap(Map.of("keep-alive", "10", "allow-cross-namespace-resources", "true"))),
                        "config-map-check(" + CONFIG_MAP + ")",
                        "compiler-settings(" + CONFIG_MAP + ")",
                        "ingress(shop/web)",
                        "ingress(shop/shop)",
                        "route(_ Prefix:/)",
                        "route(h1.test Prefix:/)",
                        "route(h2.test Prefix:/)",
                        "endpoints(shop/s1:80)",
                        "endpoints(shop/s2:80)"),
                edit(
                        "the class changes hands",
                        put(Kube.ingressClass("nginx", "example.com/other")),
                        "ingress(shop/web)",
                        "ingress(shop/shop)",
                        "host-claims(h1.test)",
                        "host-claims(h2.test)",
                        "virtual-host(h1.test)",
                        "virtual-host(h2.test)",
                        "route(h1.test Prefix:/)",
                        "route(h2.test Prefix:/)",
                        "cluster(shop/s1:80)",
                        "cluster(shop/s2:80)",
                        "endpoints(shop/s1:80)",
                        "endpoints(shop/s2:80)",
                        "certificate(shop/c1)",
                        "identity(shop/c1)"),
                edit(
                        "an Ingress becomes invalid and its last good text takes its place",
                        put(shop().annotated("from-to-www-redirect", "maybe").build()),
                        "ingress(shop/shop)",
                        "host-claims(h2.test)",
                        "virtual-host(h2.test)",
                        "route(h2.test Prefix:/)",
                        "cluster(shop/s2:80)",
                        "endpoints(shop/s2:80)"),
                edit(
                        "a node",
                        put(new Node(
                                Kube.meta(Name.clusterScoped("n1"), 0, Map.of(), Map.of()), List.of(), List.of()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void anEditRunsTheUnitsWhoseReadsItTouchesAndNoOthers(String what, Change edit, List<String> expected) {
        List<Change> all = world().stream().<Change>map(Change.Put::new).toList();
        Compiler compiler = new Compiler(CompilerOptions.DEFAULT);
        Snapshot before = compiler.compile(Snapshot.empty().with(all), all).snapshot();

        List<Change> edits = List.of(edit);
        assertThat(compiler.compile(before.with(edits), edits).ran())
                .extracting(UnitKey::toString)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Arguments edit(String what, Change edit, String... expected) {
        return Arguments.of(what, edit, Arrays.asList(expected));
    }

    private static Change put(KubeObject object) {
        return new Change.Put(object);
    }

    private static Change delete(Kind kind, String name) {
        return new Change.Delete(new Ref(kind, Kube.name(name)));
    }
}
