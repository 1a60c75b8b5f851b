package io.portafilter.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Publisher;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prints what one change costs among many hosts. Times are for people to read; what is asserted is which units ran. */
final class StepCostTest {
    private static final int HOSTS = Thorough.times(2_000, 20_000);
    private static final int STEPS = 400;

    @ParameterizedTest(name = "{0} Services; 0: one each")
    @CsvSource({"0", "200", "1"})
    void oneChangeAmongThousandsOfHostsRunsTheUnitsOfOneHost(int shared) {
        int services = shared == 0 ? HOSTS : shared;
        Compiler compiler = new Compiler(CompilerOptions.DEFAULT);
        Publisher publisher = new Publisher();
        List<Change> all = new ArrayList<>();
        all.add(new Change.Put(Kube.ingressClass("nginx", "k8s.io/ingress-nginx")));
        for (int i = 0; i < services; i++) {
            all.add(new Change.Put(Kube.service("s" + i)));
            all.add(new Change.Put(Kube.slice("e" + i, "s" + i, 8080, "10.0." + i / 250 + "." + i % 250)));
        }
        for (int i = 0; i < HOSTS; i++) {
            all.add(new Change.Put(host(i, services, "/")));
        }
        long begin = System.nanoTime();
        Snapshot snapshot = step(compiler, publisher, Snapshot.empty(), all).snapshot();
        System.out.printf(
                "%d Services: start %d ms%n",
                services, Duration.ofNanos(System.nanoTime() - begin).toMillis());

        snapshot = measure("a new host", services, compiler, publisher, snapshot, i -> host(HOSTS + i, services, "/"));
        snapshot = measure("another path", services, compiler, publisher, snapshot, i -> host(i, services, "/a"));
        snapshot = measure("invalid", services, compiler, publisher, snapshot, i -> invalid(i, services));
        assertThat(compiler.ingresses()).hasSize(HOSTS + STEPS);
        assertThat(snapshot.size()).isGreaterThan(HOSTS + STEPS);
    }

    private static Snapshot measure(
            String what,
            int services,
            Compiler compiler,
            Publisher publisher,
            Snapshot before,
            IntFunction<Ingress> edit) {
        Snapshot snapshot = before;
        long[] nanos = new long[STEPS];
        int ran = 0;
        for (int i = 0; i < STEPS; i++) {
            List<Change> changes = List.of(new Change.Put(edit.apply(i)));
            long begin = System.nanoTime();
            Compilation step = step(compiler, publisher, snapshot, changes);
            nanos[i] = System.nanoTime() - begin;
            snapshot = step.snapshot();
            ran = Math.max(ran, step.ran().size());
        }
        assertThat(ran).isBetween(2, 8);
        Arrays.sort(nanos);
        System.out.printf(
                "%d Services: %s: median %d µs, p99 %d µs, at most %d units%n",
                services, what, nanos[STEPS / 2] / 1_000, nanos[STEPS * 99 / 100] / 1_000, ran);
        return snapshot;
    }

    private static Compilation step(Compiler compiler, Publisher publisher, Snapshot before, List<Change> changes) {
        Compilation step = compiler.compile(before.with(changes), changes);
        publisher.publish(step.puts(), step.deletes());
        return step;
    }

    private static Ingress host(int i, int services, String path) {
        return Kube.ingress("i" + i)
                .createdAt(i)
                .prefix("h" + i + ".test", path, "s" + i % services)
                .build();
    }

    private static Ingress invalid(int i, int services) {
        return Kube.ingress("i" + (HOSTS / 2 + i))
                .createdAt(HOSTS / 2 + i)
                .annotated("server-alias", "bad alias;")
                .prefix("h" + (HOSTS / 2 + i) + ".test", "/", "s" + (HOSTS / 2 + i) % services)
                .build();
    }
}
