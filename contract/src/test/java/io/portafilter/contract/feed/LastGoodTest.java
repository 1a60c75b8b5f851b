package io.portafilter.contract.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.portafilter.contract.ContractException;
import io.portafilter.contract.Digest;
import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.contract.Publisher;
import io.portafilter.contract.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastGoodTest {
    private static final String COMMIT = "{\"frame\":\"commit\"";

    @TempDir
    private Path parent;

    private final Publisher publisher = new Publisher();
    private final Map<Key, Published> objects = new HashMap<>();
    private final LogLines log = new LogLines();
    private Path folder = Path.of(".");
    private Path file = Path.of(".");

    @BeforeEach
    void place() {
        folder = parent.resolve("state");
        file = folder.resolve("last-good");
    }

    @AfterEach
    void end() {
        log.close();
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() throws IOException {
        try (LastGood disk = begun()) {
            publish(disk, Shop.objects(), List.of());
            publish(
                    disk,
                    List.of(Shop.endpoints("web", 2)),
                    List.of(Shop.identity().key()));
        }

        assertThat(restored()).contains(publisher.version());
        assertThat(Files.readString(file)).startsWith("Portafilter last good state, contract 1\n{\"frame\":\"put\"");
    }

    @Test
    void aRestartGoesOnInTheSameFile() throws IOException {
        try (LastGood disk = begun()) {
            publish(disk, Shop.objects(), List.of());
        }
        long before = Files.size(file);
        try (LastGood disk = LastGood.open(folder)) {
            assertThat(disk.read()).isPresent();
            disk.start();
            assertThat(disk.following()).isTrue();
            publish(disk, List.of(Shop.endpoints("web", 2)), List.of());
        }

        assertThat(restored()).contains(publisher.version());
        assertThat(Files.size(file)).isBetween(before + 100, before + 1000);
    }

    @Test
    void theTimeOfTheStateIsThatOfItsLastChange() throws IOException {
        try (LastGood disk = begun()) {
            publish(disk, Shop.objects(), List.of());
        }
        Instant then = Instant.parse("2026-01-02T03:04:05Z");
        Files.setLastModifiedTime(file, FileTime.from(then));

        for (int start = 0; start < 2; start++) {
            try (LastGood disk = LastGood.open(folder)) {
                assertThat(disk.read())
                        .hasValueSatisfying(state -> assertThat(state.changed()).isEqualTo(then));
            }
        }
    }

    @Test
    void nobodyButTheOwnerCanReadIt() throws IOException {
        try (LastGood disk = begun()) {
            publish(disk, Shop.objects(), List.of());
        }

        assertThat(rights(folder)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(LastGoodTest::rights)).isNotEmpty().containsOnly("rw-------");
        }
        assertThat(log.all()).noneMatch(line -> line.contains("very-secret"));
    }

    @Test
    void rightsOfOthersAreTakenAway() throws IOException {
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));

        LastGood.open(folder).close();

        assertThat(rights(folder)).isEqualTo("rwx------");
    }

    @Test
    void twoProxiesCannotShareAFolder() throws IOException {
        try (LastGood first = LastGood.open(folder)) {
            assertThat(first.following()).isFalse();
            assertThatThrownBy(() -> LastGood.open(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use by another process; give each proxy a folder of its own");
        }
        LastGood.open(folder).close();
    }

    @Test
    void aCrashAtAnyMomentLeavesTheStateOfACommit() throws IOException {
        Map<Version, List<Published>> states = new HashMap<>();
        try (LastGood disk = begun()) {
            publish(disk, Shop.objects(), List.of());
            states.put(publisher.version(), List.copyOf(objects.values()));
            publish(disk, List.of(Shop.endpoints("web", 2)), List.of());
            states.put(publisher.version(), List.copyOf(objects.values()));
            publish(
                    disk,
                    List.of(Shop.cluster("b"), Shop.endpoints("b", 3)),
                    List.of(Shop.identity().key()));
            states.put(publisher.version(), List.copyOf(objects.values()));
        }
        byte[] whole = Files.readAllBytes(file);
        Optional<Version> before = Optional.empty();

        for (int length = 0; length <= whole.length; length += length < whole.length - 200 ? 3 : 1) {
            Files.write(file, Arrays.copyOf(whole, length));
            Optional<Version> now = restored();
            now.ifPresent(version -> assertThat(states).containsKey(version));
            if (before.isPresent()) {
                assertThat(now).isPresent();
            }
            before = now;
        }
        assertThat(before).contains(publisher.version());
    }

    @Test
    void aDamagedByteCostsAtMostTheStepsBehindIt() throws IOException {
        List<Version> versions = new ArrayList<>();
        try (LastGood disk = begun()) {
            publish(disk, Shop.objects(), List.of());
            versions.add(publisher.version());
            publish(disk, List.of(Shop.endpoints("web", 2)), List.of());
            versions.add(publisher.version());
        }
        byte[] whole = Files.readAllBytes(file);
        int firstCommit = new String(whole, UTF_8).indexOf(COMMIT);

        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x15;
            Files.write(file, damaged);
            Optional<Version> now = restored();
            now.ifPresent(version -> assertThat(version).isIn(versions));
            if (at > firstCommit + 110) {
                assertThat(now).describedAs("byte %d", at).isPresent();
            }
        }
        assertThat(log.at(Level.WARN)).anyMatch(line -> line.contains("is damaged"));
        assertThat(log.all()).noneMatch(line -> line.contains("very-secret"));
    }

    @Test
    void aCommitWithAnotherVersionCostsItsOwnStepAndNoOther() throws IOException {
        try (LastGood disk = begun()) {
            publish(disk, Shop.objects(), List.of());
            publish(
                    disk,
                    List.of(Shop.endpoints("web", 2)),
                    List.of(Shop.identity().key()));
        }
        Version before = publisher.version();
        String kept = Files.readString(file);
        try (LastGood disk = LastGood.open(folder)) {
            assertThat(disk.read()).isPresent();
            disk.start();
            publish(disk, List.of(Shop.identity()), List.of());
        }
        Files.writeString(
                file, Files.readString(file).replace(publisher.version().toString(), "0".repeat(64)));

        assertThat(restored()).contains(before);
        assertThat(file).as("the damage is gone").hasContent(kept);
        assertThat(log.at(Level.WARN))
                .anyMatch(line -> line.contains("the commit's version is not that of the objects before it"));
    }

    @Test
    void aForeignFileIsMovedAsideAndSaid() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file, "Portafilter last good state, contract 2\n");

        assertThat(restored()).isEmpty();

        assertThat(file).doesNotExist();
        assertThat(folder.resolve("last-good.bad")).hasContent("Portafilter last good state, contract 2\n");
        assertThat(log.at(Level.ERROR))
                .anyMatch(line -> line.contains("no state of ours, or one of another contract")
                        && line.contains("last-good.bad"));
    }

    @Test
    void aNewFileThatWasNeverFinishedDoesNotReplaceTheOldOne() throws IOException {
        try (LastGood disk = begun()) {
            publish(disk, Shop.objects(), List.of());
        }
        Files.writeString(folder.resolve("last-good.new"), "Portafilter last good sta");

        assertThat(restored()).contains(publisher.version());
    }

    @Test
    void aStepThatWasNeverCommittedIsForgotten() throws IOException {
        try (LastGood disk = begun()) {
            publish(disk, Shop.objects(), List.of());
            Frame.Put put = new Frame.Put(Digest.of(Shop.cluster("x")), Shop.cluster("x"));
            disk.take(put, line(put));
            disk.dropOpenStep();
            publish(disk, List.of(Shop.endpoints("web", 2)), List.of());
        }

        assertThat(restored()).contains(publisher.version());
        assertThat(Files.readString(file)).doesNotContain("\"service\":\"x\"");
    }

    @Test
    void everythingSentAgainCostsNothing() throws IOException {
        try (LastGood disk = begun()) {
            publish(disk, Shop.objects(), List.of());
        }
        byte[] before = Files.readAllBytes(file);
        try (LastGood disk = LastGood.open(folder)) {
            assertThat(disk.read()).isPresent();
            disk.start();
            sendEverything(disk);
        }

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void anInventoryDeletesWhatItDoesNotList() throws IOException {
        try (LastGood disk = begun()) {
            publish(disk, Shop.objects(), List.of());
            publisher.publish(List.of(), List.of(Shop.identity().key()));
            objects.remove(Shop.identity().key());
            sendEverything(disk);
        }

        assertThat(restored()).contains(publisher.version());
        assertThat(objects).hasSize(3);
    }

    @Test
    void aChangeASecondCostsAFewTimesItsOwnSizeAndTheFileStaysSmall() throws IOException {
        List<Published> many = IntStream.range(0, 2000)
                .mapToObj(i -> (Published) Shop.endpoints("s" + i, 1))
                .toList();
        Files.createDirectories(folder);
        long slack = 64 << 10;
        try (LastGoodLog written = LastGoodLog.begin(file, slack)) {
            written.keepOnly(Map.<Key, Published>of().keySet());
            write(written, many, List.of());
            long state = Files.size(file);
            long before = written.written();
            int changes = 8_000;
            for (int i = 0; i < changes; i++) {
                write(written, List.of(Shop.endpoints("s" + i % 2000, 2 + i / 2000)), List.of());
                assertThat(Files.size(file)).isLessThan(2 * state + slack + 10_000);
            }
            double perChange = (written.written() - before) / (double) changes;
            int own =
                    line(put(Shop.endpoints("s1000", 100))).length + line(new Frame.Commit(publisher.version())).length;
            assertThat(perChange).isBetween((double) own, 3.0 * own);
        }

        assertThat(restored()).contains(publisher.version());
    }

    @Test
    void aDiskThatFailsIsTriedAgainWithEverything() throws IOException {
        Path inTheWay = folder.resolve("last-good.new");
        Files.createDirectories(inTheWay);
        try (LastGood disk = LastGood.open(folder, Duration.ofMillis(50))) {
            assertThat(disk.read()).isEmpty();
            disk.start();
            Frame.Inventory nothing = publisher.inventory();
            disk.take(nothing, line(nothing));
            publish(disk, Shop.objects(), List.of());
            Awaitility.await().until(() -> disk.failures() == 1);
            assertThat(disk.following()).isFalse();
            assertThat(log.at(Level.ERROR)).anyMatch(line -> line.contains("could not be written"));
            Files.delete(inTheWay);
            Awaitility.await().until(disk::wantsEverything);

            publish(disk, List.of(Shop.endpoints("web", 2)), List.of());
            assertThat(disk.following()).isFalse();
            sendEverything(disk);
            assertThat(disk.following()).isTrue();
        }

        assertThat(restored()).contains(publisher.version());
    }

    private LastGood begun() throws IOException {
        LastGood disk = LastGood.open(folder);
        assertThat(disk.read()).isEmpty();
        disk.start();
        Frame.Inventory nothing = publisher.inventory();
        disk.take(nothing, line(nothing));
        return disk;
    }

    private void publish(LastGood disk, Collection<? extends Published> puts, Collection<Key> deletes) {
        puts.forEach(object -> objects.put(object.key(), object));
        deletes.forEach(objects::remove);
        publisher.publish(puts, deletes).forEach(frame -> disk.take(frame, line(frame)));
    }

    private void sendEverything(LastGood disk) {
        Frame.Inventory all = publisher.inventory();
        disk.take(all, line(all));
        objects.values().stream().map(LastGoodTest::put).forEach(put -> disk.take(put, line(put)));
        Frame.Commit commit = new Frame.Commit(publisher.version());
        disk.take(commit, line(commit));
    }

    private void write(LastGoodLog to, Collection<Published> puts, Collection<Key> deletes) throws IOException {
        for (Frame.Down frame : publisher.publish(puts, deletes)) {
            switch (frame) {
                case Frame.Put put -> to.put(put, line(put));
                case Frame.Delete delete -> to.delete(delete.key());
                case Frame.Commit commit -> to.commit(line(commit));
                case Frame.Inventory _ -> throw new IllegalStateException();
            }
        }
    }

    /** What a restart would serve: checked as a whole, as the proxy does. */
    private Optional<Version> restored() throws IOException {
        try (LastGood disk = LastGood.open(folder)) {
            return disk.read().map(state -> {
                RecordingTarget target = new RecordingTarget();
                Feed feed = new Feed(target);
                try {
                    state.objects().forEach(feed::accept);
                    feed.accept(new Frame.Commit(state.version()));
                } catch (ContractException e) {
                    disk.reject(String.valueOf(e.getMessage()));
                    return null;
                }
                return state.version();
            });
        }
    }

    private static Frame.Put put(Published object) {
        return new Frame.Put(Digest.of(object), object);
    }

    private static byte[] line(Frame frame) {
        byte[] line = FrameLines.write(frame);
        return Arrays.copyOf(line, line.length - 1);
    }

    private static String rights(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
