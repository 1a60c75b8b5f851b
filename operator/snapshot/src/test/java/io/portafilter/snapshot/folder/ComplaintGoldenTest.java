package io.portafilter.snapshot.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.snapshot.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of the resources holds manifests in {@code in/} and, in {@code out.txt}, what the reader says of them: its complaints
 * and the objects that it took. {@code -Dgolden.update=true} writes the latter anew.
 */
final class ComplaintGoldenTest {
    private static final Path CASES = Path.of("src/test/resources/io/portafilter/snapshot/folder");

    static List<Path> cases() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void complaintsNamePlaceObjectFieldValueAndRemedy(Path folder) throws IOException {
        Path in = folder.resolve("in");
        Path out = folder.resolve("out.txt");
        String said = report(in);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(out, said);
        }
        assertThat(said).isEqualTo(Files.readString(out));
    }

    private static String report(Path in) {
        FolderReader reader = new FolderReader(new Source.Files(in), Optional.empty());
        Reading reading = reader.read();
        Stream<String> complaints = reading.complaints().stream().map(Complaint::toString);
        Stream<String> objects = reading.changes().stream()
                .map(Change::ref)
                .map(ref -> ref
                        + " at "
                        + reader.location(ref).map(Location::toString).orElse("nowhere"));
        return Stream.of(Stream.of("complaints:"), complaints, Stream.of("", "objects:"), objects)
                .flatMap(lines -> lines)
                .map(line -> line.replace(in + "/", "") + "\n")
                .collect(Collectors.joining());
    }
}
