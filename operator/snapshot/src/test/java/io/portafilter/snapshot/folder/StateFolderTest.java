package io.portafilter.snapshot.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.LastGoodIngress;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StateFolderTest {
    private final Path folder;

    StateFolderTest(@TempDir Path temp) {
        this.folder = temp.resolve("deep/state");
    }

    static List<Ingress> ingresses() {
        Ingress.Backend web = new Ingress.ServiceBackend("web", new Ingress.NumberedPort(80));
        return List.of(
                new Ingress(meta("web"), Optional.empty(), Optional.of(web), List.of(), List.of()),
                new Ingress(
                        new Meta(
                                new Name("shop", "full"),
                                "0b7b9e6a-0001",
                                Instant.parse("2026-01-31T12:00:00.123456789Z"),
                                new TreeMap<>(Map.of("on", "off", "app.kubernetes.io/name", "")),
                                new TreeMap<>(Map.of(
                                        "yes", "no",
                                        "number", "010",
                                        "null", "~",
                                        "lines", "a: b\n---\n  c: #d\n\n",
                                        "odd", "tab\t quote\" back\\ é 😀 \u2028 \u0085 \u0007"))),
                        Optional.of("nginx"),
                        Optional.of(new Ingress.ResourceBackend("Bucket", "pictures")),
                        List.of(
                                new Ingress.Tls(List.of("a.example", "*.b.example"), Optional.of("tls")),
                                new Ingress.Tls(List.of(), Optional.empty())),
                        List.of(
                                new Ingress.Rule(
                                        "a.example",
                                        List.of(
                                                new Ingress.Path("/a", Ingress.PathType.EXACT, Optional.of(web)),
                                                new Ingress.Path(
                                                        "/ä (x|$)",
                                                        Ingress.PathType.PREFIX,
                                                        Optional.of(new Ingress.ServiceBackend(
                                                                "web", new Ingress.NamedPort("http")))),
                                                new Ingress.Path(
                                                        "",
                                                        Ingress.PathType.IMPLEMENTATION_SPECIFIC,
                                                        Optional.of(new Ingress.ResourceBackend("Bucket", "b"))))),
                                new Ingress.Rule("", List.of()))));
    }

    @ParameterizedTest
    @MethodSource("ingresses")
    void anIngressComesBackWithEveryField(Ingress ingress) throws IOException {
        StateFolder.open(folder).keep(new LastGoodIngress(ingress));
        StateFolder opened = StateFolder.open(folder);
        assertThat(opened.lastGoodIngresses()).containsExactly(new LastGoodIngress(ingress));
        assertThat(opened.complaints()).isEmpty();
    }

    @Test
    void theLastTextReplacesTheOneBefore() throws IOException {
        StateFolder state = StateFolder.open(folder);
        state.keep(lastGood("web", "old"));
        state.keep(lastGood("web", "new"));
        state.keep(lastGood("api", "x"));
        assertThat(state.lastGoodIngresses()).containsExactly(lastGood("api", "x"), lastGood("web", "new"));
        assertThat(StateFolder.open(folder).lastGoodIngresses()).isEqualTo(state.lastGoodIngresses());
    }

    @Test
    void whatIsForgottenIsGone() throws IOException {
        StateFolder state = StateFolder.open(folder);
        state.keep(lastGood("web", "x"));
        state.forget(new Name("shop", "web"));
        state.forget(new Name("shop", "never-there"));
        assertThat(state.lastGoodIngresses()).isEmpty();
        assertThat(names()).isEmpty();
    }

    @Test
    void documentsComeBackAsTheyWere() throws IOException {
        List<KeptDocument> documents = List.of(
                new KeptDocument(0, List.of("Ingress shop/web", "Service shop/web"), "---\na: \"b\"\n\n# end\n"),
                new KeptDocument(70_000, List.of("Secret shop/tls"), "on: yes\t\n"));
        StateFolder.open(folder).keepDocuments("sub/a.yaml", documents);
        StateFolder opened = StateFolder.open(folder);
        assertThat(opened.documents("sub/a.yaml")).isEqualTo(documents);
        assertThat(opened.documents("b.yaml")).isEmpty();
        opened.forgetDocumentsExcept(Set.of("b.yaml"));
        assertThat(StateFolder.open(folder).documents("sub/a.yaml")).isEmpty();
    }

    @Test
    void onlyItsOwnerMayLook() throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        StateFolder state = StateFolder.open(folder);
        state.keep(lastGood("web", "x"));
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(names())
                .singleElement()
                .satisfies(name -> assertThat(permissions(folder.resolve(name))).isEqualTo("rw-------"));
    }

    @Test
    void aFolderThatItMakesIsClosedFromTheStart() throws IOException {
        StateFolder.open(folder);
        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    @Test
    void whatAnInterruptedWriteLeftIsClearedAway() throws IOException {
        StateFolder state = StateFolder.open(folder);
        state.keep(lastGood("web", "x"));
        Path unfinished = folder.resolve(names().getFirst() + ".unfinished");
        Files.writeString(unfinished, "apiVersion: netw");
        StateFolder opened = StateFolder.open(folder);
        assertThat(opened.lastGoodIngresses()).containsExactly(lastGood("web", "x"));
        assertThat(opened.complaints()).isEmpty();
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void aDamagedFileIsAComplaintAndTheRestWorks() throws IOException {
        StateFolder state = StateFolder.open(folder);
        state.keep(lastGood("web", "x"));
        Path damaged = folder.resolve(names().getFirst());
        state.keep(lastGood("api", "x"));
        Files.writeString(damaged, Files.readString(damaged).replace("\"name\": \"web\"", "\"name\": 5"));
        Files.write(folder.resolve("ingress-empty.yaml"), new byte[] {(byte) 0xff});
        Files.writeString(folder.resolve("file-x.yaml"), "file: []\n");
        Files.writeString(folder.resolve("file-y.yaml"), "just text");
        StateFolder opened = StateFolder.open(folder);
        assertThat(opened.lastGoodIngresses()).containsExactly(lastGood("api", "x"));
        assertThat(opened.complaints())
                .extracting(complaint -> complaint.toString().replace(folder + "/", ""))
                .containsExactly(
                        "file-x.yaml:1:1: WARNING state-damaged: it is damaged: state: file is a list; write a text; delete it",
                        "file-y.yaml:1:1: WARNING state-damaged: it is damaged: it does not hold what its name says; delete it",
                        damaged.getFileName()
                                + ":1:1: WARNING state-damaged: it is damaged: Ingress: metadata.name is the "
                                + "number 5; quote it: \"5\"; delete it",
                        "ingress-empty.yaml:1:1: WARNING state-damaged: the file is not in UTF-8; save it so");
    }

    @Test
    void whatCannotBeWrittenIsAComplaintUntilItCan() throws IOException {
        StateFolder state = StateFolder.open(folder);
        Files.delete(folder);
        state.keep(lastGood("web", "x"));
        assertThat(state.lastGoodIngresses()).containsExactly(lastGood("web", "x"));
        assertThat(state.complaints())
                .singleElement()
                .asString()
                .endsWith("WARNING state-not-written: it cannot be written: no such file or folder; "
                        + "make room or access, or a restart now forgets what it is for");
        Files.createDirectory(folder);
        state.keep(lastGood("web", "y"));
        assertThat(state.complaints()).isEmpty();
        assertThat(StateFolder.open(folder).lastGoodIngresses()).containsExactly(lastGood("web", "y"));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static LastGoodIngress lastGood(String name, String className) {
        Ingress.Backend backend = new Ingress.ServiceBackend("web", new Ingress.NumberedPort(80));
        return new LastGoodIngress(
                new Ingress(meta(name), Optional.of(className), Optional.of(backend), List.of(), List.of()));
    }

    private static Meta meta(String name) {
        return new Meta(new Name("shop", name), "", Instant.EPOCH, new TreeMap<>(), new TreeMap<>());
    }
}
