package io.portafilter.snapshot.folder;

import static io.portafilter.snapshot.folder.Manifests.configMap;
import static io.portafilter.snapshot.folder.Manifests.ref;
import static io.portafilter.snapshot.folder.Manifests.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portafilter.snapshot.ConfigMap;
import io.portafilter.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watch and a reader on a real folder. The safety net is far away, so that what is seen was seen by watching. */
final class FolderWatchTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration NO_SAFETY_NET = Duration.ofHours(1);

    private final Path temp;
    private final Path folder;
    private volatile Snapshot seen = Snapshot.empty();
    private final AtomicInteger wakeUps = new AtomicInteger();
    private Optional<FolderWatch> watch = Optional.empty();
    private Optional<Thread> consumer = Optional.empty();

    FolderWatchTest(@TempDir Path temp) throws IOException {
        this.temp = temp;
        this.folder = Files.createDirectory(temp.resolve("manifests"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        watch.ifPresent(FolderWatch::close);
        if (consumer.isPresent()) {
            consumer.get().join();
        }
    }

    private void start(Path root) {
        start(root, NO_SAFETY_NET);
    }

    private void start(Path root, Duration safetyNet) {
        FolderWatch open = new FolderWatch(new Source.Files(root), safetyNet);
        FolderReader reader = new FolderReader(new Source.Files(root), Optional.empty());
        watch = Optional.of(open);
        seen = Snapshot.empty().with(reader.read().changes());
        consumer = Optional.of(Thread.startVirtualThread(() -> follow(open, reader)));
    }

    private void follow(FolderWatch open, FolderReader reader) {
        try {
            for (SortedSet<Path> touched = open.awaitChange(); !touched.isEmpty(); touched = open.awaitChange()) {
                wakeUps.incrementAndGet();
                Reading reading = reader.read(touched);
                seen = seen.with(reading.changes());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitValue(String name, String value) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(2))
                .untilAsserted(() -> assertThat(value(name)).isEqualTo(value));
    }

    private String value(String name) {
        return seen.get(ref(name))
                .map(object -> object instanceof ConfigMap map ? map.data().getOrDefault("value", "") : "")
                .orElse("not there");
    }

    @Test
    void filesAreSeenWhenTheyComeChangeAndGo() throws IOException {
        start(folder);
        write(folder.resolve("a.yaml"), configMap("a", "x"));
        awaitValue("a", "x");
        write(folder.resolve("a.yaml"), configMap("a", "y"));
        awaitValue("a", "y");
        Files.delete(folder.resolve("a.yaml"));
        awaitValue("a", "not there");
    }

    @Test
    void aFileThatIsReplacedByRenamingIsSeen() throws IOException {
        write(folder.resolve("a.yaml"), configMap("a", "x"));
        start(folder);
        write(folder.resolve(".a.yaml.tmp"), configMap("a", "y"));
        Files.move(folder.resolve(".a.yaml.tmp"), folder.resolve("a.yaml"), StandardCopyOption.ATOMIC_MOVE);
        awaitValue("a", "y");
    }

    @Test
    void aFileThatIsRenamedIsSeenUnderItsNewName() throws IOException {
        write(folder.resolve("a.txt"), configMap("a", "x"));
        start(folder);
        Files.move(folder.resolve("a.txt"), folder.resolve("a.yaml"));
        awaitValue("a", "x");
        Files.move(folder.resolve("a.yaml"), folder.resolve("a.off"));
        awaitValue("a", "not there");
    }

    @Test
    void editorsMayDoWhatTheyDo() throws IOException {
        write(folder.resolve("a.yaml"), configMap("a", "x"));
        start(folder);
        Files.writeString(folder.resolve("4913"), "");
        Files.delete(folder.resolve("4913"));
        Files.writeString(folder.resolve(".a.yaml.swp"), "swap");
        Files.move(folder.resolve("a.yaml"), folder.resolve("a.yaml~"));
        write(folder.resolve("a.yaml"), configMap("a", "y"));
        Files.delete(folder.resolve("a.yaml~"));
        Files.delete(folder.resolve(".a.yaml.swp"));
        awaitValue("a", "y");
    }

    @Test
    void whatIsNoManifestWakesNobody() throws IOException {
        start(folder);
        Files.writeString(folder.resolve("4913"), "");
        Files.delete(folder.resolve("4913"));
        Files.writeString(folder.resolve(".a.yaml.swp"), "swap");
        Files.writeString(folder.resolve("a.yaml~"), "backup");
        write(temp.resolve("beside.yaml"), configMap("beside", "x"));
        write(folder.resolve("a.yaml"), configMap("a", "x"));
        awaitValue("a", "x");
        assertThat(wakeUps.get()).isBetween(1, 3);
        assertThat(value("beside")).isEqualTo("not there");
    }

    @Test
    void newFoldersAreWatched() {
        start(folder);
        write(folder.resolve("one/two/a.yaml"), configMap("a", "x"));
        awaitValue("a", "x");
        write(folder.resolve("one/two/a.yaml"), configMap("a", "y"));
        awaitValue("a", "y");
        write(folder.resolve("one/b.yaml"), configMap("b", "x"));
        awaitValue("b", "x");
    }

    @Test
    void foldersMayMoveAndGo() throws IOException {
        write(folder.resolve("one/a.yaml"), configMap("a", "x"));
        start(folder);
        Files.move(folder.resolve("one"), folder.resolve("two"));
        await().atMost(LIMIT).until(() -> wakeUps.get() > 0);
        awaitValue("a", "x");
        write(folder.resolve("two/a.yaml"), configMap("a", "y"));
        awaitValue("a", "y");
        Files.move(folder.resolve("two"), temp.resolve("outside"));
        awaitValue("a", "not there");
    }

    @Test
    void aSwapOfKubeletIsSeen() throws IOException {
        write(folder.resolve("..2026_01/a.yaml"), configMap("a", "x"));
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_01"));
        Files.createSymbolicLink(folder.resolve("a.yaml"), Path.of("..data/a.yaml"));
        start(folder);
        assertThat(value("a")).isEqualTo("x");
        for (String version : new String[] {"02", "03"}) {
            write(folder.resolve("..2026_" + version + "/a.yaml"), configMap("a", "v" + version));
            Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of("..2026_" + version));
            Files.move(folder.resolve("..data_tmp"), folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
            awaitValue("a", "v" + version);
        }
    }

    @Test
    void aFileBehindALinkIsWatched() throws IOException {
        write(temp.resolve("elsewhere/real.yaml"), configMap("a", "x"));
        Files.createSymbolicLink(folder.resolve("a.yaml"), temp.resolve("elsewhere/real.yaml"));
        start(folder);
        write(temp.resolve("elsewhere/real.yaml"), configMap("a", "y"));
        awaitValue("a", "y");
        write(temp.resolve("elsewhere/other.yaml"), configMap("a", "z"));
        Files.createSymbolicLink(folder.resolve(".new"), temp.resolve("elsewhere/other.yaml"));
        Files.move(folder.resolve(".new"), folder.resolve("a.yaml"), StandardCopyOption.ATOMIC_MOVE);
        awaitValue("a", "z");
        write(temp.resolve("elsewhere/other.yaml"), configMap("a", "again"));
        awaitValue("a", "again");
    }

    @Test
    void aFolderBehindALinkIsWatched() throws IOException {
        Files.createDirectories(temp.resolve("elsewhere/sub"));
        Files.createSymbolicLink(folder.resolve("link"), temp.resolve("elsewhere"));
        start(folder);
        write(temp.resolve("elsewhere/sub/a.yaml"), configMap("a", "x"));
        awaitValue("a", "x");
    }

    @Test
    void oneFileIsWatchedEvenIfItIsReplaced() throws IOException {
        Path file = temp.resolve("one.yaml");
        write(file, configMap("a", "x"));
        start(file);
        write(file, configMap("a", "y"));
        awaitValue("a", "y");
        write(temp.resolve("new"), configMap("a", "z"));
        Files.move(temp.resolve("new"), file, StandardCopyOption.ATOMIC_MOVE);
        awaitValue("a", "z");
        Files.delete(file);
        write(file, configMap("a", "again"));
        awaitValue("a", "again");
    }

    @Test
    void aFolderThatComesLaterIsWatched() {
        Path later = temp.resolve("later");
        start(later);
        write(later.resolve("a.yaml"), configMap("a", "x"));
        awaitValue("a", "x");
        write(later.resolve("a.yaml"), configMap("a", "y"));
        awaitValue("a", "y");
    }

    @Test
    void nothingIsLostWhenMoreHappensThanTheSystemTells() throws IOException {
        start(folder);
        for (int i = 0; i < 2000; i++) {
            write(folder.resolve("a" + i + ".yaml"), configMap("a" + i, "x"));
        }
        await().atMost(LIMIT).until(() -> seen.size() == 2000);
        for (int i = 0; i < 2000; i++) {
            Files.delete(folder.resolve("a" + i + ".yaml"));
        }
        await().atMost(LIMIT).until(() -> seen.size() == 0);
    }

    @Test
    void theSafetyNetTouchesEverythingNowAndThen() throws Exception {
        try (FolderWatch netted = new FolderWatch(new Source.Files(folder), Duration.ofMillis(20))) {
            assertThat(netted.awaitChange()).containsExactly(folder);
            assertThat(netted.awaitChange()).containsExactly(folder);
            assertThat(netted.complaint()).isEmpty();
        }
    }

    @Test
    void aClosedWatchSaysSo() throws Exception {
        FolderWatch open = new FolderWatch(new Source.Files(folder));
        Thread closer = Thread.startVirtualThread(open::close);
        assertThat(open.awaitChange()).isEmpty();
        closer.join();
        assertThat(open.awaitChange()).isEmpty();
    }
}
