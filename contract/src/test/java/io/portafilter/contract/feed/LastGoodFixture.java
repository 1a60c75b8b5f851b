package io.portafilter.contract.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.ContractException;
import io.portafilter.contract.Digest;
import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.contract.Publisher;
import io.portafilter.contract.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder with the last good state, written as a stream writes it, and read as a restart reads it. */
abstract class LastGoodFixture {
    @TempDir
    Path parent;

    final Publisher publisher = new Publisher();
    final Map<Key, Published> objects = new HashMap<>();
    final LogLines log = new LogLines();
    Path folder = Path.of(".");
    Path file = Path.of(".");

    @BeforeEach
    void place() {
        folder = parent.resolve("state");
        file = folder.resolve("last-good");
    }

    @AfterEach
    void end() {
        log.close();
    }

    final LastGood begun() throws IOException {
        LastGood disk = LastGood.open(folder);
        assertThat(disk.read()).isEmpty();
        disk.start();
        Frame.Inventory nothing = publisher.inventory();
        disk.take(nothing, line(nothing));
        return disk;
    }

    final void publish(LastGood disk, Collection<? extends Published> puts, Collection<Key> deletes) {
        puts.forEach(object -> objects.put(object.key(), object));
        deletes.forEach(objects::remove);
        publisher.publish(puts, deletes).forEach(frame -> disk.take(frame, line(frame)));
    }

    final void sendEverything(LastGood disk) {
        Frame.Inventory all = publisher.inventory();
        disk.take(all, line(all));
        objects.values().stream().map(LastGoodFixture::put).forEach(put -> disk.take(put, line(put)));
        Frame.Commit commit = new Frame.Commit(publisher.version());
        disk.take(commit, line(commit));
    }

    /** What a restart would serve: checked as a whole, as the proxy does. */
    final Optional<Version> restored() throws IOException {
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

    static Frame.Put put(Published object) {
        return new Frame.Put(Digest.of(object), object);
    }

    static byte[] line(Frame frame) {
        byte[] line = FrameLines.write(frame);
        return Arrays.copyOf(line, line.length - 1);
    }
}
