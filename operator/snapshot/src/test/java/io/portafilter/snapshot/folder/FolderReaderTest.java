package io.portafilter.snapshot.folder;

import static io.portafilter.snapshot.folder.Manifests.configMap;
import static io.portafilter.snapshot.folder.Manifests.ref;
import static io.portafilter.snapshot.folder.Manifests.values;
import static io.portafilter.snapshot.folder.Manifests.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderReaderTest {
    private final Path folder;
    private final FolderReader reader;

    FolderReaderTest(@TempDir Path folder) {
        this.folder = folder;
        this.reader = new FolderReader(new Source.Files(folder), Optional.empty());
    }

    @Test
    void theFirstReadingPutsEverythingAndTheNextNothing() {
        write(folder.resolve("b.yaml"), configMap("two", "x"), configMap("three", "x"));
        write(folder.resolve("sub/folder/a.yml"), configMap("one", "x"));
        write(
                folder.resolve("c.json"),
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"four\"}}");
        Reading first = reader.read();
        assertThat(values(first)).isEqualTo(Map.of("one", "x", "two", "x", "three", "x", "four", "none"));
        assertThat(first.files()).isEqualTo(3);
        assertThat(first.objects()).isEqualTo(4);
        assertThat(first.complaints()).isEmpty();
        Reading second = reader.read();
        assertThat(second.changes()).isEmpty();
        assertThat(second.objects()).isEqualTo(4);
    }

    @Test
    void onlyManifestsAreRead() {
        write(folder.resolve("a.yaml"), configMap("good", "x"));
        write(folder.resolve("a.yaml~"), configMap("backup", "x"));
        write(folder.resolve(".a.yaml"), configMap("hidden", "x"));
        write(folder.resolve(".git/a.yaml"), configMap("hidden-folder", "x"));
        write(folder.resolve("#a.yaml#"), configMap("emacs", "x"));
        write(folder.resolve("4913"), configMap("vim", "x"));
        write(folder.resolve("README.md"), configMap("text", "x"));
        assertThat(values(reader.read())).isEqualTo(Map.of("good", "x"));
    }

    @Test
    void aReadingTellsWhatChanged() throws IOException {
        write(folder.resolve("a.yaml"), configMap("stays", "x"), configMap("changes", "x"), configMap("goes", "x"));
        write(folder.resolve("b.yaml"), configMap("deleted", "x"));
        reader.read();
        write(folder.resolve("a.yaml"), configMap("comes", "x"), configMap("stays", "x"), configMap("changes", "y"));
        Files.delete(folder.resolve("b.yaml"));
        Reading reading = reader.read();
        assertThat(values(reading)).isEqualTo(Map.of("comes", "x", "changes", "y", "goes", "gone", "deleted", "gone"));
        assertThat(reading.files()).isEqualTo(1);
        assertThat(reading.objects()).isEqualTo(3);
    }

    @Test
    void whatIsWrittenOtherwiseButSaysTheSameIsNoChange() {
        write(folder.resolve("a.yaml"), configMap("a", "x"));
        reader.read();
        write(folder.resolve("a.yaml"), "# a comment\n", configMap("a", "\"x\""));
        assertThat(reader.read().changes()).isEmpty();
    }

    @Test
    void anObjectMayMoveToAnotherFile() {
        write(folder.resolve("a.yaml"), configMap("a", "x"));
        reader.read();
        write(folder.resolve("b.yaml"), configMap("a", "x"));
        assertThat(reader.read().complaints()).hasSize(1);
        folder.resolve("a.yaml").toFile().delete();
        Reading reading = reader.read();
        assertThat(reading.changes()).isEmpty();
        assertThat(reading.complaints()).isEmpty();
        assertThat(reader.location(ref("a"))).contains(new Location(folder + "/b.yaml", 2, 1));
    }

    @Test
    void aDuplicateTakesOverWhenTheFirstGoes() throws IOException {
        write(folder.resolve("a.yaml"), configMap("a", "first"));
        write(folder.resolve("b.yaml"), configMap("a", "second"));
        Reading reading = reader.read();
        assertThat(values(reading)).isEqualTo(Map.of("a", "first"));
        assertThat(reading.complaints()).singleElement().satisfies(complaint -> {
            assertThat(complaint.location()).isEqualTo(new Location(folder + "/b.yaml", 2, 1));
            assertThat(complaint.object()).contains(ref("a"));
        });
        Files.delete(folder.resolve("a.yaml"));
        reading = reader.read();
        assertThat(values(reading)).isEqualTo(Map.of("a", "second"));
        assertThat(reading.complaints()).isEmpty();
    }

    @Test
    void onlyWhatWasTouchedIsLookedAt() {
        write(folder.resolve("a.yaml"), configMap("a", "x"));
        write(folder.resolve("sub/b.yaml"), configMap("b", "x"));
        reader.read();
        write(folder.resolve("a.yaml"), configMap("a", "y"));
        write(folder.resolve("sub/b.yaml"), configMap("b", "y"));
        assertThat(values(reader.read(Set.of(folder.resolve("sub"))))).isEqualTo(Map.of("b", "y"));
        assertThat(values(reader.read(Set.of(folder.resolve("a.yaml"))))).isEqualTo(Map.of("a", "y"));
    }

    @Test
    void aTouchedFolderThatIsGoneTakesItsFilesAlong() throws IOException {
        write(folder.resolve("sub/b.yaml"), configMap("b", "x"));
        write(folder.resolve("sub-b.yaml"), configMap("c", "x"));
        reader.read();
        Files.delete(folder.resolve("sub/b.yaml"));
        Files.delete(folder.resolve("sub"));
        assertThat(values(reader.read(Set.of(folder.resolve("sub"))))).isEqualTo(Map.of("b", "gone"));
    }

    @Test
    void whatIsTouchedElsewhereDoesNotMatter(@TempDir Path elsewhere) {
        write(elsewhere.resolve("a.yaml"), configMap("a", "x"));
        write(folder.resolve(".hidden/a.yaml"), configMap("b", "x"));
        reader.read();
        assertThat(reader.read(Set.of(elsewhere.resolve("a.yaml"), folder.resolve(".hidden/a.yaml")))
                        .changes())
                .isEmpty();
    }

    @Test
    void aTouchedFileIsReadEvenIfItsTimeAndSizeAreTheSame() throws IOException {
        Path file = folder.resolve("a.yaml");
        FileTime old = FileTime.from(Instant.parse("2026-01-31T12:00:00Z"));
        write(file, configMap("a", "x"));
        Files.setLastModifiedTime(file, old);
        reader.read();
        write(file, configMap("a", "y"));
        Files.setLastModifiedTime(file, old);
        assertThat(reader.read().changes()).isEmpty();
        assertThat(values(reader.read(Set.of(file)))).isEqualTo(Map.of("a", "y"));
    }

    @Test
    void aFileThatWasJustWrittenIsReadAgainToBeSure() throws IOException {
        Path file = folder.resolve("a.yaml");
        FileTime future = FileTime.from(Instant.now().plusSeconds(3600));
        write(file, configMap("a", "x"));
        Files.setLastModifiedTime(file, future);
        reader.read();
        write(file, configMap("a", "y"));
        Files.setLastModifiedTime(file, future);
        assertThat(values(reader.read())).isEqualTo(Map.of("a", "y"));
    }

    @Test
    void oneFileIsReadWhateverItsName() {
        Path file = folder.resolve("manifests");
        write(file, configMap("a", "x"));
        FolderReader one = new FolderReader(new Source.Files(file), Optional.empty());
        assertThat(values(one.read())).isEqualTo(Map.of("a", "x"));
        write(file, configMap("a", "y!"));
        assertThat(values(one.read())).isEqualTo(Map.of("a", "y!"));
    }

    @Test
    void aStreamIsReadOnce() {
        byte[] text = (configMap("a", "x") + configMap("b", "[")).getBytes(UTF_8);
        FolderReader stream =
                new FolderReader(new Source.Stream("stdin", new ByteArrayInputStream(text)), Optional.empty());
        Reading first = stream.read();
        assertThat(values(first)).isEqualTo(Map.of("a", "x"));
        assertThat(first.complaints()).singleElement().asString().startsWith("stdin:10:16: ERROR yaml-broken:");
        Reading second = stream.read();
        assertThat(second.changes()).isEmpty();
        assertThat(second.complaints()).isEqualTo(first.complaints());
        assertThat(second.objects()).isEqualTo(1);
    }

    @Test
    void aStreamThatBreaksIsAComplaint() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        Reading reading = new FolderReader(new Source.Stream("stdin", closed), Optional.empty()).read();
        assertThat(reading.complaints())
                .singleElement()
                .hasToString("stdin:1:1: ERROR file-unreadable: it cannot be read: Stream closed");
    }

    @Test
    void aByteOrderMarkIsNoText() {
        write(folder.resolve("a.yaml"), "\uFEFF", configMap("a", "x"));
        assertThat(values(reader.read())).isEqualTo(Map.of("a", "x"));
    }

    @Test
    void aFileInAnotherEncodingIsAComplaint() throws IOException {
        Files.write(folder.resolve("a.yaml"), configMap("a", "é").getBytes(StandardCharsets.ISO_8859_1));
        write(folder.resolve("b.yaml"), configMap("b", "\uFFFD"));
        Reading reading = reader.read();
        assertThat(values(reading)).isEqualTo(Map.of("b", "\uFFFD"));
        assertThat(reading.complaints())
                .singleElement()
                .hasToString(folder + "/a.yaml:1:1: ERROR file-not-utf-8: the file is not in UTF-8; save it so");
    }

    @Test
    void aHugeFileIsAComplaint() throws IOException {
        try (var file = new RandomAccessFile(folder.resolve("a.yaml").toFile(), "rw")) {
            file.setLength(FileText.MAX_BYTES + 1L);
        }
        assertThat(reader.read().complaints())
                .singleElement()
                .hasToString(folder + "/a.yaml:1:1: ERROR file-too-large: the file has more than 64 MiB; split it");
    }

    @Test
    void foldersThatLieTooDeepAreAComplaint() {
        Path deep = folder;
        for (int i = 0; i <= FolderWalk.MAX_DEPTH; i++) {
            deep = deep.resolve("d");
        }
        write(deep.resolve("a.yaml"), configMap("a", "x"));
        Reading reading = reader.read();
        assertThat(reading.changes()).isEmpty();
        assertThat(reading.complaints())
                .singleElement()
                .hasToString(deep + ":1:1: ERROR folder-unreadable: the folder cannot be listed: "
                        + "it lies more than 32 folders deep; what it defined stays");
    }

    @Test
    void aMissingFolderIsAComplaintUntilItComes() throws IOException {
        Path later = folder.resolve("later");
        FolderReader waiting = new FolderReader(new Source.Files(later), Optional.empty());
        assertThat(waiting.read().complaints())
                .singleElement()
                .hasToString(later + ":1:1: ERROR folder-missing: there is no such file or folder; "
                        + "what it defined stays until it is back");
        write(later.resolve("a.yaml"), configMap("a", "x"));
        Reading reading = waiting.read();
        assertThat(values(reading)).isEqualTo(Map.of("a", "x"));
        assertThat(reading.complaints()).isEmpty();
    }

    @Test
    void aFolderThatGoesKeepsItsObjects() throws IOException {
        Path mounted = folder.resolve("mounted");
        write(mounted.resolve("a.yaml"), configMap("a", "x"));
        FolderReader live = new FolderReader(new Source.Files(mounted), Optional.empty());
        live.read();
        Files.move(mounted, folder.resolve("unmounted"));
        Reading reading = live.read();
        assertThat(reading.changes()).isEmpty();
        assertThat(reading.objects()).isEqualTo(1);
        assertThat(reading.complaints())
                .singleElement()
                .extracting(Complaint::id)
                .isEqualTo("folder-missing");
    }

    @Test
    void aConfigMapThatKubeletMountedIsReadOnce() throws IOException {
        write(folder.resolve("..2026_01/a.yaml"), configMap("a", "x"));
        write(folder.resolve("..2026_01/b.yaml"), configMap("b", "x"));
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_01"));
        Files.createSymbolicLink(folder.resolve("a.yaml"), Path.of("..data/a.yaml"));
        Files.createSymbolicLink(folder.resolve("b.yaml"), Path.of("..data/b.yaml"));
        Reading reading = reader.read();
        assertThat(values(reading)).isEqualTo(Map.of("a", "x", "b", "x"));
        assertThat(reading.complaints()).isEmpty();
        write(folder.resolve("..2026_02/a.yaml"), configMap("a", "y"));
        write(folder.resolve("..2026_02/b.yaml"), configMap("b", "x"));
        Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of("..2026_02"));
        Files.move(folder.resolve("..data_tmp"), folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        assertThat(values(reader.read())).isEqualTo(Map.of("a", "y"));
    }

    @Test
    void linksAreFollowedButNotInCircles(@TempDir Path elsewhere) throws IOException {
        write(elsewhere.resolve("far.yaml"), configMap("far", "x"));
        write(elsewhere.resolve("sub/farther.yaml"), configMap("farther", "x"));
        Files.createSymbolicLink(elsewhere.resolve("sub/up"), elsewhere);
        write(folder.resolve("near/a.yaml"), configMap("near", "x"));
        Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        Files.createSymbolicLink(folder.resolve("near/self"), folder);
        Files.createSymbolicLink(folder.resolve("again"), folder.resolve("near"));
        Files.createSymbolicLink(folder.resolve("nowhere.yaml"), folder.resolve("missing"));
        Reading reading = reader.read();
        assertThat(values(reading)).isEqualTo(Map.of("far", "x", "farther", "x", "near", "x"));
        assertThat(reading.complaints()).isEmpty();
    }

    @Test
    void anObjectIsWhereItBegins() {
        write(folder.resolve("a.yaml"), "# comment\n", configMap("a", "x"), """
                ---
                apiVersion: v1
                kind: List
                items:
                  - {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}
                """);
        reader.read();
        assertThat(reader.location(ref("a"))).contains(new Location(folder + "/a.yaml", 3, 1));
        assertThat(reader.location(ref("b"))).contains(new Location(folder + "/a.yaml", 11, 5));
        assertThat(reader.location(ref("c"))).isEmpty();
    }

    @Test
    void complaintsMoveWithTheirDocuments() {
        write(folder.resolve("a.yaml"), configMap("a", "x"), configMap("b", "true"));
        assertThat(reader.read().complaints())
                .singleElement()
                .hasToString(folder
                        + "/a.yaml:10:15: ERROR field-type: ConfigMap default/b: data[value] is the boolean true; "
                        + "quote it: \"true\"");
        write(folder.resolve("a.yaml"), "\n\n", configMap("a", "x"), configMap("b", "true"));
        assertThat(reader.read().complaints())
                .singleElement()
                .extracting(Complaint::location)
                .isEqualTo(new Location(folder + "/a.yaml", 12, 15));
    }
}
