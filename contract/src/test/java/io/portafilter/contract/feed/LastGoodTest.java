package io.portafilter.contract.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portafilter.contract.Digest;
import io.portafilter.contract.Frame;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is kept of a stream, and for whom. */
class LastGoodTest extends LastGoodFixture {
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

    private static String rights(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
