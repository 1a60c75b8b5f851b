package io.portafilter.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Snapshot;
import io.portafilter.snapshot.folder.FolderReader;
import io.portafilter.snapshot.folder.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each Ingress of each golden pair as a candidate: of {@code NAME.then.yaml} on the world of {@code NAME.in.yaml}, or, where there is no
 * second file, of the first on the rest of it. What is refused before it is stored is refused once it is, and nothing else.
 */
final class VerdictsGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/portafilter/compiler/golden");
    private static final Path GOLDEN = Path.of("src/test/resources/io/portafilter/compiler/verdicts.out.txt");
    private static final String IN = ".in.yaml";

    /** Findings by which a part of an Ingress has no effect. */
    private static final Set<String> OF_PARTS =
            Set.of("path-already-owned", "path-not-plain", "canary-already-attached", "catch-all-disabled");

    private int refused;

    @Test
    void whatIsRefusedBeforeItIsStoredIsRefusedOnceItIsAndNothingElse() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path input : inputs()) {
            String name = input.getFileName().toString().replace(IN, "");
            List<Change> world = read(input);
            Path then = input.resolveSibling(name + ".then.yaml");
            List<Change> candidates = Files.exists(then) ? read(then) : world;
            for (Change candidate : candidates) {
                if (candidate instanceof Change.Put put && put.object() instanceof Ingress ingress) {
                    List<Change> before = Files.exists(then) ? world : without(world, candidate);
                    text.append(check(name, GoldenOptions.of(Files.readString(input)), before, ingress));
                }
            }
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(GOLDEN));
        assertThat(refused).isGreaterThan(20);
    }

    private String check(String name, CompilerOptions options, List<Change> world, Ingress candidate) {
        Compiler compiler = new Compiler(options);
        Snapshot snapshot =
                compiler.compile(Snapshot.empty().with(world), world).snapshot();
        List<Change> changes = List.of(new Change.Put(candidate));
        Name ingress = candidate.meta().name();
        Verdict verdict = compiler.consider(changes).verdict(ingress).orElseThrow();
        Set<Finding> before = compiler.findings();
        compiler.compile(snapshot.with(changes), changes);
        refused += verdict.isAccepted() ? 0 : 1;
        assertThat(verdict.isAccepted())
                .as("%s, %s: %s", name, candidate.ref(), verdict)
                .isEqualTo(!isRefusedAtSync(compiler, candidate.ref(), before, verdict));
        StringBuilder text = new StringBuilder(name + " " + candidate.ref() + ": ");
        text.append(verdict.isAccepted() ? "accepted" : "refused").append('\n');
        verdict.refusals().forEach(finding -> text.append("  refused  ").append(line(finding, candidate.ref())));
        verdict.remarks().forEach(finding -> text.append("  remark   ").append(line(finding, candidate.ref())));
        return text.toString();
    }

    private static String line(Finding finding, Ref candidate) {
        return finding.id() + " " + (finding.object().equals(candidate) ? "" : finding.object() + " ") + finding.field()
                + ": " + finding.message() + "\n";
    }

    /** As a whole; or a path or an annotation of it; or it takes a path from another one. Judged by findings and states alone. */
    private static boolean isRefusedAtSync(Compiler compiler, Ref candidate, Set<Finding> before, Verdict verdict) {
        IngressState.Effect effect = Optional.ofNullable(compiler.ingresses().get(candidate.name()))
                .orElseThrow()
                .effect();
        boolean snippetsRefused =
                verdict.refusals().stream().anyMatch(finding -> finding.id().equals("annotation-snippet"));
        boolean part = compiler.findings().stream()
                .filter(finding -> finding.object().equals(candidate) || !before.contains(finding))
                .anyMatch(finding -> OF_PARTS.contains(finding.id())
                        || (snippetsRefused && finding.id().equals("annotation-snippet")));
        return switch (effect) {
            case NOTHING, LAST_GOOD -> true;
            case CURRENT -> part;
            // Nothing of a foreign Ingress is served; it is refused before only for texts that harm whoever does serve
            // it.
            case FOREIGN -> part || !verdict.isAccepted();
        };
    }

    private static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(IN)).sorted().toList();
        }
    }

    private static List<Change> without(List<Change> world, Change candidate) {
        List<Change> rest = new ArrayList<>(world);
        rest.remove(candidate);
        rest.removeIf(change -> change.ref()
                .equals(new Ref(Kind.LAST_GOOD_INGRESS, candidate.ref().name())));
        return rest;
    }

    private static List<Change> read(Path file) throws IOException {
        return new FolderReader(
                        new Source.Stream(
                                file.getFileName().toString(), new ByteArrayInputStream(Files.readAllBytes(file))),
                        Optional.empty())
                .read()
                .changes();
    }
}
