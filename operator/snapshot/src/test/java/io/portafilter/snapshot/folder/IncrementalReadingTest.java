package io.portafilter.snapshot.folder;

import static io.portafilter.snapshot.folder.Manifests.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reading step by step comes to the same as reading from scratch: a reader that follows random edits, one that looks at everything,
 * and one that starts anew after each edit with the state folder of the first.
 */
final class IncrementalReadingTest {
    private static final List<String> NAMES =
            List.of("a.yaml", "b.yaml", "sub/a.yaml", "sub/deep/c.yml", "sub-b.yaml", ".x.yaml");
    private static final int EDITS = 200;

    private final Path folder;
    private final Path state;

    IncrementalReadingTest(@TempDir Path temp) {
        this.folder = temp.resolve("manifests");
        this.state = temp.resolve("state");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void stepByStepIsFromScratch(long seed) throws IOException {
        Random random = new Random(seed);
        Files.createDirectories(folder);
        StateFolder kept = StateFolder.open(state);
        FolderReader hinted = new FolderReader(new Source.Files(folder), Optional.of(kept));
        FolderReader scanning = new FolderReader(new Source.Files(folder), Optional.empty());
        Snapshot byHints = Snapshot.empty();
        Snapshot byScans = Snapshot.empty();
        for (int i = 0; i < EDITS; i++) {
            Path touched = edit(random, i % 40 == 39);
            Reading hint = hinted.read(Set.of(touched));
            Reading scan = scanning.read();
            byHints = byHints.with(hint.changes());
            byScans = byScans.with(scan.changes());
            assertThat(byHints.size()).isEqualTo(hint.objects());
            assertThat(scan.complaints()).isEqualTo(hint.complaints());
            FolderReader fresh = new FolderReader(new Source.Files(folder), Optional.of(StateFolder.open(state)));
            Reading all = fresh.read();
            Snapshot fromScratch = Snapshot.empty().with(all.changes());
            assertThat(objects(byHints)).isEqualTo(objects(fromScratch)).isEqualTo(objects(byScans));
            assertThat(hint.complaints()).isEqualTo(all.complaints());
            objects(byHints)
                    .keySet()
                    .forEach(ref -> assertThat(hinted.location(ref))
                            .isEqualTo(fresh.location(ref))
                            .isEqualTo(scanning.location(ref)));
        }
    }

    /** Changes one file; now and then all are good and whole, so that kept objects do not pile up. */
    private Path edit(Random random, boolean mendAll) throws IOException {
        if (mendAll) {
            for (String name : NAMES) {
                Files.deleteIfExists(folder.resolve(name));
            }
            return folder;
        }
        String name = NAMES.get(random.nextInt(NAMES.size()));
        Path file = folder.resolve(name);
        if (random.nextInt(8) == 0) {
            Files.deleteIfExists(file);
            return file;
        }
        List<String> documents = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> document(random))
                .collect(Collectors.toCollection(ArrayList::new));
        Manifests.write(file, documents.toArray(String[]::new));
        return random.nextInt(4) == 0 ? file.resolveSibling("") : file;
    }

    private static String document(Random random) {
        String name = "m" + random.nextInt(6);
        return switch (random.nextInt(8)) {
            case 0 -> "---\nbroken: [\n";
            case 1 -> configMap(name, "5");
            case 2 -> "---\napiVersion: v1\nkind: Event\n";
            case 3 -> "---\napiVersion: v1\nkind: List\nitems:\n" + item(random) + item(random);
            case 4 -> "# a comment moves lines\n";
            default -> configMap(name, "v" + random.nextInt(3));
        };
    }

    private static String item(Random random) {
        String value = random.nextInt(5) == 0 ? "true" : "v" + random.nextInt(3);
        return "- {apiVersion: v1, kind: ConfigMap, metadata: {name: m%d}, data: {value: %s}}\n"
                .formatted(random.nextInt(6), value);
    }

    private static Map<Ref, KubeObject> objects(Snapshot snapshot) {
        return snapshot.all().collect(Collectors.toMap(KubeObject::ref, Function.identity()));
    }
}
