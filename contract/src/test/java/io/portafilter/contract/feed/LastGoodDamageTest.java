package io.portafilter.contract.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.portafilter.contract.Frame;
import io.portafilter.contract.Published;
import io.portafilter.contract.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Crashes, damaged files and disks that fail. */
class LastGoodDamageTest extends LastGoodFixture {
    private static final String COMMIT = "{\"frame\":\"commit\"";

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
}
