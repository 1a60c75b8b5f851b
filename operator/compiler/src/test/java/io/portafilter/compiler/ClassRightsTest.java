package io.portafilter.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.IngressClass;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ClassRightsTest {
    private static final List<Change> WORLD = List.of(
            new Change.Put(new IngressClass(meta(Name.clusterScoped("nginx"), Map.of()), "k8s.io/ingress-nginx")),
            ingress("named", Optional.of("nginx"), Map.of()),
            ingress("annotated", Optional.empty(), Map.of("kubernetes.io/ingress.class", "nginx")),
            ingress("both", Optional.of("other"), Map.of("kubernetes.io/ingress.class", "nginx")));

    @Test
    void onlyTheAnnotationCountsWhereClassesCannotBeRead() {
        Compiler compiler = compiled(CompilerOptions.DEFAULT.withoutIngressClasses());

        assertThat(effect(compiler, "named")).isEqualTo(IngressState.Effect.FOREIGN);
        assertThat(effect(compiler, "annotated")).isEqualTo(IngressState.Effect.CURRENT);
        assertThat(effect(compiler, "both")).isEqualTo(IngressState.Effect.CURRENT);
        assertThat(compiler.findings())
                .anySatisfy(finding -> assertThat(finding.message()).contains("may not read IngressClasses"));
    }

    @Test
    void elsewhereTheClassCountsFirst() {
        Compiler compiler = compiled(CompilerOptions.DEFAULT);

        assertThat(effect(compiler, "named")).isEqualTo(IngressState.Effect.CURRENT);
        assertThat(effect(compiler, "both")).isEqualTo(IngressState.Effect.FOREIGN);
    }

    private static Compiler compiled(CompilerOptions options) {
        Compiler compiler = new Compiler(options);
        compiler.compile(Snapshot.empty().with(WORLD), WORLD);
        return compiler;
    }

    private static IngressState.Effect effect(Compiler compiler, String name) {
        return Optional.ofNullable(compiler.ingresses().get(new Name("shop", name)))
                .orElseThrow()
                .effect();
    }

    private static Change ingress(String name, Optional<String> className, Map<String, String> annotations) {
        return new Change.Put(new Ingress(
                meta(new Name("shop", name), annotations), className, Optional.empty(), List.of(), List.of()));
    }

    private static Meta meta(Name name, Map<String, String> annotations) {
        return new Meta(name, "", Instant.EPOCH, new TreeMap<>(), new TreeMap<>(annotations));
    }
}
