package io.portafilter.controller.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.portafilter.compiler.Compiler;
import io.portafilter.compiler.CompilerOptions;
import io.portafilter.compiler.ingress.ClassOptions;
import io.portafilter.contract.Publisher;
import io.portafilter.contract.Version;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScratchCheckTest {
    private static final CompilerOptions RIGHT = options(true);
    private static final CompilerOptions WRONG = options(false);
    private static final List<Change> WORLD = List.of(new Change.Put(new Ingress(
            new Meta(new Name("shop", "web"), "", Instant.EPOCH, new TreeMap<>(), new TreeMap<>()),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(new Ingress.Rule(
                    "web.test", List.of(new Ingress.Path("/", Ingress.PathType.PREFIX, Optional.empty())))))));

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Deque<CompilerOptions> next = new ArrayDeque<>();
    private Optional<CompileLoop> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(CompileLoop::close);
    }

    @Test
    void whatIsEqualStaysAsItIs() {
        CompileLoop loop = loop(RIGHT);

        assertThat(check(loop).run()).isTrue();

        assertThat(count("portafilter_scratch_checks")).isEqualTo(1);
        assertThat(count("portafilter_scratch_differences")).isZero();
    }

    @Test
    void whatDiffersIsReplacedByWhatComesFromScratch() {
        CompileLoop loop = loop(WRONG, RIGHT);
        assertThat(settled(loop).version()).isNotEqualTo(version(RIGHT));

        assertThat(check(loop).run()).isFalse();

        assertThat(settled(loop).version()).isEqualTo(version(RIGHT));
        assertThat(count("portafilter_scratch_differences")).isEqualTo(1);
        assertThat(check(loop).run()).isTrue();
    }

    @Test
    void itRunsByItself() {
        CompileLoop loop = loop(RIGHT);
        CompletableFuture<Boolean> ran = new CompletableFuture<>();
        try (ScratchCheck _ = ScratchCheck.every(
                Duration.ofMillis(1),
                loop,
                () -> {
                    ran.complete(true);
                    return new Compiler(RIGHT);
                },
                meters)) {
            assertThat(ran.orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join())
                    .isTrue();
        }
    }

    private CompileLoop loop(CompilerOptions... compilers) {
        next.addAll(List.of(compilers));
        CompileLoop loop = new CompileLoop(() -> new Compiler(next.remove()), List.of());
        open = Optional.of(loop);
        loop.start(WORLD);
        settled(loop);
        return loop;
    }

    private ScratchCheck check(CompileLoop loop) {
        return new ScratchCheck(loop, () -> new Compiler(RIGHT), meters);
    }

    private double count(String counter) {
        return meters.counter(counter).count();
    }

    private static View settled(CompileLoop loop) {
        loop.ask(_ -> true).join();
        return loop.view().orElseThrow();
    }

    private static Version version(CompilerOptions options) {
        Compiler compiler = new Compiler(options);
        compiler.compile(Snapshot.empty().with(WORLD), WORLD);
        Publisher publisher = new Publisher();
        publisher.publish(compiler.objects().values(), List.of());
        return publisher.version();
    }

    /** An Ingress without a class is ours, or it is not. */
    private static CompilerOptions options(boolean withoutClass) {
        CompilerOptions defaults = CompilerOptions.DEFAULT;
        return new CompilerOptions(
                new ClassOptions("nginx", "k8s.io/ingress-nginx", false, withoutClass, false),
                defaults.annotationsPrefix(),
                defaults.validateAnnotations(),
                defaults.configMap(),
                defaults.defaultBackendService(),
                defaults.defaultSslCertificate(),
                defaults.catchAll(),
                defaults.deepInspection(),
                defaults.externalNames());
    }
}
