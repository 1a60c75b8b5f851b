package io.portafilter.snapshot.folder;

import static io.portafilter.snapshot.folder.Manifests.configMap;
import static io.portafilter.snapshot.folder.Manifests.ref;
import static io.portafilter.snapshot.folder.Manifests.values;
import static io.portafilter.snapshot.folder.Manifests.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays while files are broken, and across restarts. */
final class LastGoodTest {
    private static final String BROKEN = "---\n[\n";

    private final Path folder;
    private final Path state;
    private final Path file;
    private FolderReader reader;

    LastGoodTest(@TempDir Path temp) {
        this.folder = temp.resolve("manifests");
        this.state = temp.resolve("state");
        this.file = folder.resolve("a.yaml");
        this.reader = start();
    }

    private FolderReader start() {
        try {
            return new FolderReader(new Source.Files(folder), Optional.of(StateFolder.open(state)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatABrokenFileDefinedStays() {
        write(file, configMap("a", "x"), configMap("b", "x"));
        reader.read();
        write(file, configMap("a", "x"), BROKEN);
        Reading reading = reader.read();
        assertThat(reading.changes()).isEmpty();
        assertThat(reading.complaints())
                .extracting(Complaint::toString)
                .containsExactly(
                        file
                                + ":8:1: WARNING last-good-kept: until this file is good again it keeps what it defined before "
                                + "and does not define now: ConfigMap default/b",
                        file
                                + ":8:1: ERROR yaml-broken: the document is not YAML: while parsing a flow node: expected the "
                                + "node content, but found '<stream end>'; mend it, what it defined before stays until then");
        assertThat(reader.location(ref("b"))).contains(new Location(file.toString(), 7, 1));
    }

    @Test
    void goodDocumentsOfABrokenFileCount() {
        write(file, configMap("a", "x"), configMap("b", "x"));
        reader.read();
        write(file, configMap("a", "y"), configMap("c", "x"), BROKEN);
        assertThat(values(reader.read())).isEqualTo(Map.of("a", "y", "c", "x"));
    }

    @Test
    void anObjectWithAWrongFieldStaysAsItWas() {
        write(file, configMap("a", "x"), configMap("b", "x"));
        reader.read();
        write(file, configMap("a", "5"), configMap("b", "y"));
        Reading reading = reader.read();
        assertThat(values(reading)).isEqualTo(Map.of("b", "y"));
        assertThat(reading.complaints()).extracting(Complaint::id).containsExactly("field-type", "last-good-kept");
    }

    @Test
    void whenTheFileIsMendedOnlyWhatItSaysCounts() {
        write(file, configMap("a", "x"), configMap("b", "x"), configMap("c", "x"));
        reader.read();
        write(file, BROKEN);
        assertThat(reader.read().changes()).isEmpty();
        write(file, configMap("a", "y"), configMap("b", "x"));
        Reading reading = reader.read();
        assertThat(values(reading)).isEqualTo(Map.of("a", "y", "c", "gone"));
        assertThat(reading.complaints()).isEmpty();
    }

    @Test
    void aBrokenFileThatIsDeletedTakesItsObjectsAlong() throws IOException {
        write(file, configMap("a", "x"));
        reader.read();
        write(file, BROKEN);
        reader.read();
        Files.delete(file);
        assertThat(values(reader.read())).isEqualTo(Map.of("a", "gone"));
        assertThat(stateFiles()).isEmpty();
    }

    @Test
    void aFileThatWasEmptiedKeepsItsObjects() {
        write(file, configMap("a", "x"));
        reader.read();
        write(file);
        Reading reading = reader.read();
        assertThat(reading.changes()).isEmpty();
        assertThat(reading.complaints()).extracting(Complaint::id).containsExactly("file-empty", "last-good-kept");
        write(file, "# nothing any more\n");
        assertThat(values(reader.read())).isEqualTo(Map.of("a", "gone"));
    }

    @Test
    void anEmptyFileThatNeverHadObjectsIsFine() {
        write(file);
        assertThat(reader.read().complaints()).isEmpty();
    }

    @Test
    void whatABrokenFileKeepsYieldsToAGoodFileWithAnEarlierName() {
        write(file, configMap("a", "kept"));
        reader.read();
        write(file, BROKEN);
        reader.read();
        write(folder.resolve("Z.yaml"), configMap("a", "good"));
        assertThat(values(reader.read())).isEqualTo(Map.of("a", "good"));
    }

    @Test
    void aRestartWithABrokenFileStillHasItsObjects() {
        write(file, configMap("a", "x"), configMap("b", "x"), configMap("c", "x"));
        reader.read();
        write(file, configMap("a", "y"), configMap("b", "5"), BROKEN);
        reader.read();
        reader = start();
        Reading reading = reader.read();
        assertThat(values(reading)).isEqualTo(Map.of("a", "y", "b", "x", "c", "x"));
        assertThat(reading.complaints())
                .extracting(Complaint::id)
                .containsExactly("field-type", "last-good-kept", "yaml-broken");
        assertThat(reader.location(ref("c"))).contains(new Location(file.toString(), 12, 1));
    }

    @Test
    void ofAListOnlyWhatWasKeptComesBack() {
        String list = """
                apiVersion: v1
                kind: List
                items:
                  - {apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {value: old}}
                  - {apiVersion: v1, kind: ConfigMap, metadata: {name: b}, data: {value: old}}
                """;
        write(file, list);
        reader.read();
        write(file, configMap("a", "new"), BROKEN);
        reader.read();
        write(file, configMap("c", "new"), BROKEN);
        Map<String, String> before = Map.of("a", "new", "b", "old", "c", "new");
        reader.read();
        reader = start();
        assertThat(values(reader.read())).isEqualTo(before);
    }

    @Test
    void aFileThatIsMendedWhileNobodyLooksIsForgotten() throws IOException {
        write(file, configMap("a", "x"));
        write(folder.resolve("b.yaml"), configMap("b", "x"));
        reader.read();
        write(file, BROKEN);
        write(folder.resolve("b.yaml"), BROKEN);
        reader.read();
        assertThat(stateFiles()).hasSize(2);
        write(file, configMap("c", "x"));
        Files.delete(folder.resolve("b.yaml"));
        reader = start();
        assertThat(values(reader.read())).isEqualTo(Map.of("c", "x"));
        assertThat(stateFiles()).isEmpty();
    }

    @Test
    void theFolderMayBeCalledOtherwiseAfterARestart() throws IOException {
        write(file, configMap("a", "x"));
        reader.read();
        write(file, BROKEN);
        reader.read();
        Path other = Files.createSymbolicLink(folder.resolveSibling("other"), folder);
        FolderReader again = new FolderReader(new Source.Files(other), Optional.of(StateFolder.open(state)));
        assertThat(values(again.read())).isEqualTo(Map.of("a", "x"));
    }

    @Test
    void withoutAStateFolderARestartForgets() {
        write(file, configMap("a", "x"));
        FolderReader forgetful = new FolderReader(new Source.Files(folder), Optional.empty());
        forgetful.read();
        write(file, BROKEN);
        assertThat(forgetful.read().objects()).isEqualTo(1);
        assertThat(new FolderReader(new Source.Files(folder), Optional.empty())
                        .read()
                        .objects())
                .isZero();
    }

    @Test
    void aDamagedStateIsAComplaintAndNothingElse() throws IOException {
        write(file, configMap("a", "x"));
        reader.read();
        write(file, BROKEN);
        reader.read();
        Path damaged = state.resolve(stateFiles().getFirst());
        Files.writeString(damaged, "documents: [");
        reader = start();
        Reading reading = reader.read();
        assertThat(reading.changes()).isEmpty();
        assertThat(reading.complaints()).last().asString().startsWith(damaged + ":1:1: WARNING state-damaged: ");
    }

    private List<String> stateFiles() throws IOException {
        try (var files = Files.list(state)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
