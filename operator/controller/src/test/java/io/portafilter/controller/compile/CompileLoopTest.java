package io.portafilter.controller.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portafilter.compiler.Compilation;
import io.portafilter.compiler.Compiler;
import io.portafilter.compiler.CompilerOptions;
import io.portafilter.compiler.IngressState;
import io.portafilter.contract.Frame;
import io.portafilter.contract.Publisher;
import io.portafilter.contract.Version;
import io.portafilter.contract.feed.Feed;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.IngressClass;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.PendingSecret;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Secret;
import io.portafilter.snapshot.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CompileLoopTest {
    private static final IngressClass CLASS =
            new IngressClass(meta(Name.clusterScoped("nginx"), Map.of()), "k8s.io/ingress-nginx");

    private final List<Version> committed = new ArrayList<>();
    private final Feed proxy = new Feed(step -> {
        committed.add(step.version());
        return List.of();
    });
    private final ConcurrentLinkedQueue<Compilation> compilations = new ConcurrentLinkedQueue<>();
    private final CompileLoop loop = new CompileLoop(
            () -> new Compiler(CompilerOptions.DEFAULT), List.of(this::fails, this::stepped, this::followed));
    private final TreeSet<Finding> followedFindings = new TreeSet<>();
    private final TreeSet<IngressState> followedStates = new TreeSet<>();

    private void fails(Compilation compilation, List<Frame.Down> frames, View view) {
        throw new IllegalStateException("a listener that always fails");
    }

    private void stepped(Compilation compilation, List<Frame.Down> frames, View view) {
        compilations.add(compilation);
        frames.forEach(proxy::accept);
    }

    /** Knows only what it was told. */
    private void followed(Compilation compilation, List<Frame.Down> frames, View view) {
        assertThat(followedFindings).containsAll(compilation.findings().went());
        compilation.findings().went().forEach(followedFindings::remove);
        followedFindings.addAll(compilation.findings().came());
        compilation.ingresses().went().forEach(followedStates::remove);
        followedStates.addAll(compilation.ingresses().came());
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void theFirstStepIsTheWholeClusterAndLaterOnesAreWhatChanged() {
        loop.start(List.of(put(CLASS), put(ingress("a", "a.test", Map.of())), put(service("web"))));
        View first = settled();
        assertThat(first.ingresses().values())
                .extracting(IngressState::effect)
                .containsOnly(IngressState.Effect.CURRENT);

        loop.accept(List.of(put(ingress("b", "b.test", Map.of()))));
        View second = settled();
        assertThat(second.ingresses()).hasSize(2);
        assertThat(first.ingresses()).as("a view never changes").hasSize(1);
        assertThat(compilations).hasSize(2);
        assertThat(committed).containsExactly(first.version(), second.version());
    }

    @Test
    void oneCompilerIsMadeAndNotBeforeTheStart() {
        AtomicInteger made = new AtomicInteger();
        try (CompileLoop counted = new CompileLoop(
                () -> {
                    made.incrementAndGet();
                    return new Compiler(CompilerOptions.DEFAULT);
                },
                List.of())) {
            assertThat(made).hasValue(0);
            counted.start(List.of(put(CLASS)));
            assertThat(counted.ask(Compiler::pending).join()).isEmpty();
            assertThat(made).hasValue(1);
        }
    }

    @Test
    void changesThatWaitTogetherAreOneStep() {
        loop.start(List.of(put(CLASS)));
        CountDownLatch busy = new CountDownLatch(1);
        loop.ask(compiler -> await(busy));
        loop.accept(List.of(put(ingress("a", "a.test", Map.of()))));
        loop.accept(List.of(put(service("web"))));
        loop.accept(List.of());
        busy.countDown();
        assertThat(settled().snapshot().size()).isEqualTo(3);
        assertThat(compilations).hasSize(2);
    }

    @Test
    void changesThatChangeNothingAreNoStep() {
        loop.start(List.of(put(CLASS), put(service("web"))));
        settled();
        loop.accept(List.of(put(service("web")), new Change.Delete(new Ref(Kind.SERVICE, new Name("shop", "none")))));
        settled();
        assertThat(compilations).hasSize(1);

        Change gone = new Change.Delete(new Ref(Kind.SERVICE, new Name("shop", "web")));
        loop.accept(List.of(put(service("web")), gone, put(service("web"))));
        settled();
        assertThat(compilations).as("gone and back is told").hasSize(2);
    }

    @Test
    void anEmptyClusterIsPublishedToo() {
        loop.start(List.of());
        assertThat(settled().ready()).isTrue();
        assertThat(committed).hasSize(1);
    }

    @Test
    void aQuestionIsAnsweredAfterTheChangesBeforeIt() {
        loop.start(List.of(put(CLASS)));
        loop.accept(List.of(put(ingress("a", "a.test", Map.of()))));
        assertThat(loop.ask(compiler -> compiler.ingresses().size()).join()).isEqualTo(1);
        assertThatThrownBy(() -> loop.ask(compiler -> {
                            throw new IllegalStateException("no answer");
                        })
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("no answer");
        assertThat(settled().ingresses()).as("the loop lives on").hasSize(1);
    }

    @Test
    void aStepThatFailsPublishesNothingAndTheNextOneMakesUpForIt() {
        loop.start(List.of(
                put(CLASS), put(ingress("a", "a.test", Map.of("proxy-read-timeout", "x"))), put(service("web"))));
        View before = settled();
        assertThat(before.findings()).isNotEmpty();

        loop.accept(List.of(put(broken("web")), put(ingress("b", "b.test", Map.of()))));
        assertThat(settled()).as("what was known stays").isEqualTo(before);
        assertThatThrownBy(() -> loop.ask(Compiler::findings).join())
                .as("nobody asks a compiler that failed")
                .hasRootCauseMessage("the last step failed");

        loop.accept(List.of(put(service("web"))));
        View after = settled();
        assertThat(after.ingresses()).hasSize(2);
        assertThat(committed).containsExactly(before.version(), after.version());

        loop.accept(List.of(new Change.Delete(new Ref(Kind.INGRESS, new Name("shop", "a")))));
        assertThat(settled().ingresses()).hasSize(1);
        assertThat(followedFindings)
                .as("told once, and no more than once")
                .isEqualTo(new TreeSet<>(settled().findings()));
        assertThat(followedStates).isEqualTo(new TreeSet<>(settled().ingresses().values()));
    }

    @Test
    void whatWentWhileNothingCouldBeCompiledIsDeletedAfterwards() {
        loop.start(List.of(put(CLASS), put(ingress("a", "a.test", Map.of())), put(service("web"))));
        settled();
        loop.accept(List.of(put(broken("web")), new Change.Delete(new Ref(Kind.INGRESS, new Name("shop", "a")))));
        settled();
        loop.accept(List.of(put(ingress("c", "c.test", Map.of())), put(service("web"))));
        View after = settled();
        assertThat(after.ingresses().keySet()).containsExactly(new Name("shop", "c"));
        assertThat(committed.getLast()).isEqualTo(after.version());

        assertThat(after.version()).isEqualTo(fromScratch());
    }

    @Test
    void readinessWaitsForTheFirstMomentAtWhichNothingIsPending() {
        loop.start(List.of(
                put(CLASS),
                put(tls("a", "a.test", "c1")),
                put(new PendingSecret(new Name("shop", "c1"))),
                put(new PendingSecret(new Name("shop", "c2")))));
        View waiting = settled();
        assertThat(waiting.ready()).isFalse();
        assertThat(waiting.pending()).containsExactly(new Name("shop", "c1"));

        loop.accept(List.of(new Change.Delete(new Ref(Kind.SECRET, new Name("shop", "c1")))));
        assertThat(settled().ready()).isTrue();

        loop.accept(List.of(put(tls("b", "b.test", "c2"))));
        View later = settled();
        assertThat(later.pending()).containsExactly(new Name("shop", "c2"));
        assertThat(later.secrets()).containsExactly(new Name("shop", "c1"), new Name("shop", "c2"));
        assertThat(later.ready()).as("what was published before is complete").isTrue();
    }

    @Test
    void aNewCompilerDeletesNothingThatMayOnlyBeLate() {
        Change secret = put(new Secret(meta(new Name("shop", "c1"), Map.of()), "Opaque", new TreeMap<>()));
        loop.start(List.of(put(CLASS), put(tls("a", "a.test", "c1")), secret, put(ingress("b", "b.test", Map.of()))));
        View complete = settled();
        loop.accept(List.of(put(new PendingSecret(new Name("shop", "c1")))));
        assertThat(settled().version())
                .as("it stays while its Secret is read again")
                .isEqualTo(complete.version());

        loop.accept(List.of(put(broken("web"))));
        settled();
        loop.accept(List.of(put(service("web")), new Change.Delete(new Ref(Kind.INGRESS, new Name("shop", "b")))));
        assertThat(settled().version()).as("a new compiler does not know it").isEqualTo(complete.version());

        loop.accept(List.of(secret));
        assertThat(settled().version()).isNotEqualTo(complete.version()).isEqualTo(fromScratch());
    }

    private Version fromScratch() {
        List<Change> everything = new ArrayList<>();
        settled().snapshot().all().forEach(object -> everything.add(put(object)));
        Publisher publisher = new Publisher();
        publisher.publish(
                new Compiler(CompilerOptions.DEFAULT)
                        .compile(settled().snapshot(), everything)
                        .puts(),
                List.of());
        return publisher.version();
    }

    private static Ingress tls(String name, String host, String secret) {
        Ingress plain = ingress(name, host, Map.of());
        return new Ingress(
                plain.meta(),
                plain.className(),
                plain.defaultBackend(),
                List.of(new Ingress.Tls(List.of(host), Optional.of(secret))),
                plain.rules());
    }

    /** What is known when everything that was handed over so far is done. */
    private View settled() {
        loop.ask(compiler -> true).exceptionally(_ -> false).join();
        return loop.view().orElseThrow();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Change put(KubeObject object) {
        return new Change.Put(object);
    }

    private static Meta meta(Name name, Map<String, String> annotations) {
        return new Meta(name, "", Instant.EPOCH, new TreeMap<>(), new TreeMap<>(annotations));
    }

    private static Ingress ingress(String name, String host, Map<String, String> annotations) {
        Map<String, String> prefixed = new TreeMap<>();
        annotations.forEach((key, value) -> prefixed.put("nginx.ingress.kubernetes.io/" + key, value));
        return new Ingress(
                meta(new Name("shop", name), prefixed),
                Optional.of("nginx"),
                Optional.empty(),
                List.of(),
                List.of(new Ingress.Rule(
                        host,
                        List.of(new Ingress.Path(
                                "/",
                                Ingress.PathType.PREFIX,
                                Optional.of(new Ingress.ServiceBackend("web", new Ingress.NumberedPort(80))))))));
    }

    private static Service service(String name) {
        return new Service(
                meta(new Name("shop", name), Map.of()),
                Service.Type.CLUSTER_IP,
                List.of("10.0.0.1"),
                Optional.empty(),
                List.of(new Service.Port("http", "TCP", 80, Optional.empty())));
    }

    /** No reader makes such a thing: compiling it is a mistake of ours. */
    @SuppressWarnings("NullAway")
    private static Service broken(String name) {
        Service good = service(name);
        return new Service(
                good.meta(),
                good.type(),
                good.clusterIps(),
                good.externalName(),
                List.of(new Service.Port(null, "TCP", 81, Optional.empty())));
    }
}
