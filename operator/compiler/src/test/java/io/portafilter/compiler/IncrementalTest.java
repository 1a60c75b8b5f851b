package io.portafilter.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.compiler.ingress.ClassOptions;
import io.portafilter.contract.Publisher;
import io.portafilter.contract.Version;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Difference;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Step by step or at once: the same objects, findings and version. */
final class IncrementalTest {
    private static final int EDITS = Thorough.times(2_000, 10_000);

    @Test
    void afterEachOfThousandsOfEditsTheResultIsThatOfCompilingFromScratch() {
        RandomEdits edits = new RandomEdits(20_261_121);
        Compiler incremental = new Compiler(CompilerOptions.DEFAULT);
        Publisher published = new Publisher();
        Snapshot snapshot = Snapshot.empty();
        int lastGoodSeen = 0;
        for (int i = 0; i < EDITS; i++) {
            Change edit = edits.next(snapshot);
            Set<Finding> findings = incremental.findings();
            Set<IngressState> ingresses = states(incremental);
            Compilation step = incremental.compile(snapshot.with(List.of(edit)), List.of(edit));
            assertThat(step.findings())
                    .as("edit %d: %s", i, edit)
                    .isEqualTo(Difference.between(findings, incremental.findings()));
            assertThat(step.ingresses())
                    .as("edit %d: %s", i, edit)
                    .isEqualTo(Difference.between(ingresses, states(incremental)));
            published.publish(step.puts(), step.deletes());
            snapshot = step.snapshot();
            lastGoodSeen += step.lastGood().size();

            Compiler scratch = new Compiler(CompilerOptions.DEFAULT);
            Compilation whole = scratch.compile(snapshot, puts(snapshot));
            assertThat(whole.lastGood()).as("edit %d: %s", i, edit).isEmpty();
            assertThat(incremental.objects()).as("edit %d: %s", i, edit).isEqualTo(scratch.objects());
            assertThat(incremental.findings()).as("edit %d: %s", i, edit).isEqualTo(scratch.findings());
            assertThat(incremental.ingresses()).as("edit %d: %s", i, edit).isEqualTo(scratch.ingresses());
            assertThat(published.version()).as("edit %d: %s", i, edit).isEqualTo(version(whole));
        }
        assertThat(lastGoodSeen).as("last good texts that came and went").isGreaterThan(EDITS / 250);
    }

    @Test
    void anyOrderOfTheSameEventsGivesTheSameVersion() {
        Random random = new Random(7);
        for (int world = 0; world < 20; world++) {
            Snapshot snapshot = world(world);
            Version expected = version(new Compiler(CompilerOptions.DEFAULT).compile(snapshot, puts(snapshot)));
            for (int order = 0; order < 10; order++) {
                List<Change> events = puts(snapshot);
                Collections.shuffle(events, random);
                assertThat(versionInBatches(events, random)).isEqualTo(expected);
            }
        }
    }

    @Test
    void aWorldLargeEnoughForAllCoresIsThatOfSmallSteps() {
        List<Change> events = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            events.add(new Change.Put(Kube.ingress("i" + i)
                    .className(Optional.empty())
                    .prefix("h" + i + ".test", "/", "s" + i % 100)
                    .build()));
        }
        CompilerOptions options = new CompilerOptions(
                new ClassOptions("nginx", "k8s.io/ingress-nginx", false, true, false),
                CompilerOptions.DEFAULT.annotationsPrefix(),
                true,
                CompilerOptions.DEFAULT.configMap(),
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                true);
        Compiler atOnce = new Compiler(options);
        atOnce.compile(Snapshot.empty().with(events), events);
        Compiler stepwise = new Compiler(options);
        Snapshot snapshot = Snapshot.empty();
        for (int from = 0; from < events.size(); from += 100) {
            List<Change> batch = events.subList(from, from + 100);
            snapshot = stepwise.compile(snapshot.with(batch), batch).snapshot();
        }
        assertThat(atOnce.objects()).hasSizeGreaterThan(3_000).isEqualTo(stepwise.objects());
        assertThat(atOnce.findings()).hasSizeGreaterThan(1_000).isEqualTo(stepwise.findings());
    }

    private static Set<IngressState> states(Compiler compiler) {
        return new TreeSet<>(compiler.ingresses().values());
    }

    private static Snapshot world(int seed) {
        RandomEdits edits = new RandomEdits(seed);
        Compiler compiler = new Compiler(CompilerOptions.DEFAULT);
        Snapshot snapshot = Snapshot.empty();
        for (int i = 0; i < 150; i++) {
            List<Change> edit = List.of(edits.next(snapshot));
            snapshot = compiler.compile(snapshot.with(edit), edit).snapshot();
        }
        return snapshot;
    }

    private static Version versionInBatches(List<Change> events, Random random) {
        Compiler compiler = new Compiler(CompilerOptions.DEFAULT);
        Publisher publisher = new Publisher();
        Snapshot snapshot = Snapshot.empty();
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(5));
            List<Change> batch = events.subList(from, to);
            Compilation step = compiler.compile(snapshot.with(batch), batch);
            publisher.publish(step.puts(), step.deletes());
            snapshot = step.snapshot();
            from = to;
        }
        return publisher.version();
    }

    private static List<Change> puts(Snapshot snapshot) {
        List<Change> puts = new ArrayList<>();
        snapshot.all().map(Change.Put::new).forEach(puts::add);
        return puts;
    }

    private static Version version(Compilation whole) {
        Publisher publisher = new Publisher();
        publisher.publish(whole.puts(), whole.deletes());
        return publisher.version();
    }
}
