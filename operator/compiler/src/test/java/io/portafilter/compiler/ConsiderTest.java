package io.portafilter.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.contract.Publisher;
import io.portafilter.contract.Version;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.PendingSecret;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Service;
import io.portafilter.snapshot.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Asking what changes would lead to changes nothing. */
final class ConsiderTest {
    private static final int INGRESSES = Thorough.times(1_500, 10_000);

    private record State(
            SortedMap<Key, Published> objects,
            Set<Finding> findings,
            Map<Name, IngressState> ingresses,
            Set<Name> secrets,
            Set<Name> pending,
            Version version) {
        static State of(Compiler compiler) {
            Publisher publisher = new Publisher();
            publisher.publish(compiler.objects().values(), List.of());
            return new State(
                    compiler.objects(),
                    compiler.findings(),
                    compiler.ingresses(),
                    compiler.secrets(),
                    compiler.pending(),
                    publisher.version());
        }
    }

    @Test
    void afterAThousandRandomCandidatesEverythingIsAsItWasAndTheNextStepsAreThoseOfScratch() {
        Random random = new Random(99);
        RandomEdits edits = new RandomEdits(5);
        RandomEdits candidates = new RandomEdits(6);
        Compiler compiler = new Compiler(CompilerOptions.DEFAULT);
        Snapshot snapshot = Snapshot.empty();
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            List<Change> edit = List.of(edits.next(snapshot));
            if (edit.getFirst().ref().kind() == Kind.SECRET && random.nextInt(3) == 0) {
                edit = List.of(
                        new Change.Put(new PendingSecret(edit.getFirst().ref().name())));
            }
            snapshot = compiler.compile(snapshot.with(edit), edit).snapshot();

            List<Change> candidate = candidate(random, candidates, snapshot);
            State before = State.of(compiler);
            Consideration consideration = compiler.consider(candidate);
            assertThat(State.of(compiler)).as("candidate %d: %s", i, candidate).isEqualTo(before);
            refused += consideration.verdicts().values().stream().anyMatch(verdict -> !verdict.isAccepted()) ? 1 : 0;

            if (random.nextInt(4) == 0) {
                Compilation real = compiler.compile(snapshot.with(candidate), candidate);
                snapshot = real.snapshot();
                assertThat(real.findings()).as("candidate %d: %s", i, candidate).isEqualTo(consideration.findings());
                assertThat(real.ingresses())
                        .as("candidate %d: %s", i, candidate)
                        .isEqualTo(consideration.ingresses());
            }
            if (compiler.pending().isEmpty()) {
                Compiler scratch = new Compiler(CompilerOptions.DEFAULT);
                List<Change> everything = new ArrayList<>();
                snapshot.all().map(Change.Put::new).forEach(everything::add);
                scratch.compile(snapshot, everything);
                assertThat(State.of(compiler)).as("after candidate %d", i).isEqualTo(State.of(scratch));
            }
        }
        assertThat(refused).isGreaterThan(20);
    }

    private static List<Change> candidate(Random random, RandomEdits candidates, Snapshot snapshot) {
        List<Change> candidate = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            candidate.add(
                    random.nextInt(6) == 0
                            ? new Change.Put(new PendingSecret(Kube.name("c" + (1 + random.nextInt(3)))))
                            : candidates.next(snapshot));
        }
        return candidate;
    }

    @Test
    void aCandidateThatCannotBeCompiledLeavesNoTraceEither() {
        Compiler compiler = new Compiler(CompilerOptions.DEFAULT);
        List<Change> world = List.of(
                new Change.Put(Kube.ingressClass("nginx", "k8s.io/ingress-nginx")),
                new Change.Put(Kube.ingress("web").prefix("h1.test", "/", "s1").build()),
                new Change.Put(Kube.service("s1")));
        compiler.compile(Snapshot.empty().with(world), world);
        State before = State.of(compiler);
        assertThatThrownBy(() -> compiler.consider(List.of(new Change.Put(broken()))))
                .isInstanceOf(NullPointerException.class);
        assertThat(State.of(compiler)).isEqualTo(before);
        assertThat(compiler.consider(List.of(new Change.Delete(new Ref(Kind.SERVICE, Kube.name("s1")))))
                        .findings()
                        .came())
                .extracting(Finding::id)
                .containsExactly("service-not-found");
    }

    @Test
    void aVerdictNamesWhatIsRefusedAndWhatIsOnlyRemarked() {
        Compiler compiler = new Compiler(CompilerOptions.DEFAULT);
        List<Change> world = List.of(
                new Change.Put(Kube.ingressClass("nginx", "k8s.io/ingress-nginx")),
                new Change.Put(Kube.ingress("old")
                        .createdAt(1)
                        .prefix("h1.test", "/x", "s1")
                        .build()));
        compiler.compile(Snapshot.empty().with(world), world);
        Verdict verdict = compiler.consider(List.of(new Change.Put(Kube.ingress("young")
                        .createdAt(2)
                        .prefix("h1.test", "/x", "s1")
                        .prefix("h2.test", "/", "none")
                        .build())))
                .verdict(Kube.name("young"))
                .orElseThrow();
        assertThat(verdict.refusals()).extracting(Finding::id).containsExactly("path-already-owned");
        assertThat(verdict.remarks()).extracting(Finding::id).containsExactly("service-not-found");
        assertThat(compiler.consider(List.of()).verdict(Kube.name("young"))).isEmpty();
    }

    /** Prints what a question costs; nothing is asserted about time. */
    @Test
    void aQuestionAmongThousandsOfIngressesIsAnswered() {
        for (int services : new int[] {INGRESSES, 1}) {
            Compiler compiler = new Compiler(CompilerOptions.DEFAULT);
            List<Change> world = new ArrayList<>();
            world.add(new Change.Put(Kube.ingressClass("nginx", "k8s.io/ingress-nginx")));
            for (int i = 0; i < INGRESSES; i++) {
                world.add(new Change.Put(host(i, services)));
            }
            compiler.compile(Snapshot.empty().with(world), world);
            long[] nanos = new long[1_000];
            for (int i = 0; i < nanos.length; i++) {
                List<Change> candidate = List.of(new Change.Put(host(i % 2 == 0 ? i : INGRESSES + i, services)));
                long begin = System.nanoTime();
                Optional<Verdict> verdict = compiler.consider(candidate)
                        .verdict(candidate.getFirst().ref().name());
                nanos[i] = System.nanoTime() - begin;
                assertThat(verdict).map(Verdict::isAccepted).contains(true);
            }
            Arrays.sort(nanos);
            System.out.printf(
                    "%d Ingresses, %d Services: a question takes p50 %d µs, p99 %d µs%n",
                    INGRESSES,
                    services,
                    Duration.ofNanos(nanos[500]).toNanos() / 1_000,
                    Duration.ofNanos(nanos[990]).toNanos() / 1_000);
            assertThat(compiler.ingresses()).hasSize(INGRESSES);
        }
    }

    private static Ingress host(int i, int services) {
        return Kube.ingress("i" + i)
                .createdAt(i)
                .prefix("h" + i + ".test", "/", "s" + i % services)
                .build();
    }

    /** No reader makes such a thing. */
    @SuppressWarnings("NullAway")
    private static Service broken() {
        Service good = Kube.service("s1");
        return new Service(
                good.meta(),
                good.type(),
                good.clusterIps(),
                good.externalName(),
                List.of(new Service.Port(null, "TCP", 81, Optional.empty())));
    }
}
