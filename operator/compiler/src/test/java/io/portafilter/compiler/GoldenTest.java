package io.portafilter.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Json;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Snapshot;
import io.portafilter.snapshot.folder.Complaint;
import io.portafilter.snapshot.folder.FolderReader;
import io.portafilter.snapshot.folder.Reading;
import io.portafilter.snapshot.folder.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Pairs of texts: {@code NAME.in.yaml} is a cluster, {@code NAME.then.yaml}, where it is, what is applied to it afterwards, and
 * {@code NAME.out.yaml} what the compiler makes of it: every published object that an empty cluster does not have, every complaint of
 * the reader, which stands in for the API server's validation, and every finding.
 * {@code -Dgolden.update=true} writes the outputs anew; they are then reviewed as text.
 */
final class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/portafilter/compiler/golden");
    private static final String IN = ".in.yaml";

    @TestFactory
    Stream<DynamicTest> aClusterCompilesToWhatItsPairSays() throws IOException {
        List<Path> inputs;
        try (Stream<Path> files = Files.list(FOLDER)) {
            inputs = files.filter(file -> file.toString().endsWith(IN)).sorted().toList();
        }
        assertThat(inputs).hasSizeGreaterThan(40);
        return inputs.stream()
                .map(input ->
                        DynamicTest.dynamicTest(input.getFileName().toString().replace(IN, ""), () -> check(input)));
    }

    private static void check(Path input) throws IOException {
        String actual = compile(input);
        Path golden = sibling(input, ".out.yaml");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, actual);
        }
        assertThat(golden).exists();
        assertThat(actual).isEqualTo(Files.readString(golden));
    }

    private static Path sibling(Path input, String ending) {
        return input.resolveSibling(input.getFileName().toString().replace(IN, ending));
    }

    private static String compile(Path input) throws IOException {
        List<Complaint> complaints = new ArrayList<>();
        Compiler compiler = new Compiler(GoldenOptions.of(Files.readString(input)));
        SortedMap<Key, Published> always = ofNothing();
        List<Change> first = read(input, complaints);
        Snapshot snapshot =
                compiler.compile(Snapshot.empty().with(first), first).snapshot();
        Path then = sibling(input, ".then.yaml");
        if (Files.exists(then)) {
            List<Change> second = read(then, complaints);
            compiler.compile(snapshot.with(second), second);
        }
        return text(compiler, always, complaints);
    }

    private static SortedMap<Key, Published> ofNothing() {
        Compiler compiler = new Compiler(CompilerOptions.DEFAULT);
        compiler.compile(Snapshot.empty(), List.of());
        return compiler.objects();
    }

    private static List<Change> read(Path file, List<Complaint> complaints) throws IOException {
        Reading reading = new FolderReader(
                        new Source.Stream(
                                file.getFileName().toString(), new ByteArrayInputStream(Files.readAllBytes(file))),
                        Optional.empty())
                .read();
        complaints.addAll(reading.complaints());
        return reading.changes();
    }

    private static String text(Compiler compiler, SortedMap<Key, Published> always, List<Complaint> complaints) {
        Map<String, Object> objects = new LinkedHashMap<>();
        compiler.objects().forEach((key, object) -> {
            if (!object.equals(always.get(key))) {
                objects.put(key.toString(), tree(object));
            }
        });
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("objects", objects);
        if (!complaints.isEmpty()) {
            document.put(
                    "complaints", complaints.stream().map(Complaint::toString).toList());
        }
        document.put(
                "findings", compiler.findings().stream().map(GoldenTest::tree).toList());
        return new Dump(DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .setWidth(130)
                        .build())
                .dumpToString(document);
    }

    private static Object tree(Published object) {
        String json = new String(Json.write(object), StandardCharsets.UTF_8);
        return new Load(LoadSettings.builder().build()).loadFromString(json);
    }

    private static Object tree(Finding finding) {
        Map<String, String> tree = new LinkedHashMap<>();
        tree.put("id", finding.id());
        tree.put("severity", finding.severity().toString());
        tree.put("object", finding.object().toString());
        tree.put("field", finding.field());
        tree.put("message", finding.message());
        return tree;
    }
}
