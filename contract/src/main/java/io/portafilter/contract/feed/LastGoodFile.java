package io.portafilter.contract.feed;

import io.portafilter.contract.ContractException;
import io.portafilter.contract.Digest;
import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Inventory;
import io.portafilter.contract.Key;
import io.portafilter.contract.Version;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The form of the file: a line that says what it is, then frames as they came down, each step closed by its commit. What stands after the
 * last commit is a step that was never finished.
 */
final class LastGoodFile {
    /** The first line, its line feed included. */
    private static final byte[] HEADER =
            ("Portafilter last good state, contract " + Frame.CONTRACT + "\n").getBytes(StandardCharsets.US_ASCII);

    private static final int LONGEST_LINE = StreamOptions.Limits.DEFAULT.lineBytes();
    private static final int READ = 64 * 1024;

    private LastGoodFile() {}

    static byte[] header() {
        return HEADER.clone();
    }

    /**
     * What a file holds.
     *
     * @param objects after the last good commit
     * @param lengths bytes of the line of each of them
     * @param version of that commit; empty if there is none
     * @param end where that commit ends
     * @param damage what is wrong behind it; empty if there is nothing but an unfinished step
     */
    record Contents(
            Map<Key, Frame.Put> objects,
            Map<Key, Integer> lengths,
            Optional<Version> version,
            long end,
            Optional<String> damage) {}

    /** Somebody who is given lines; {@code end} is where the line ends in the file. */
    @FunctionalInterface
    interface LineTaker {
        /** Takes one line, without its line feed; false to be given no more. */
        boolean take(byte[] line, long end) throws IOException;
    }

    /**
     * Reads up to the last good commit: each digest is that of its object, and the version that of all of them. The version of each commit
     * on the way is looked at only when the last one is wrong, because that takes some times as long.
     */
    static Contents read(Path file) throws IOException {
        Contents contents = read(file, new Reading(false));
        Inventory inventory = new Inventory();
        contents.objects().forEach((key, put) -> inventory.put(key, put.digest()));
        boolean right = contents.version().equals(Optional.of(inventory.version()));
        return right || contents.version().isEmpty() ? contents : read(file, new Reading(true));
    }

    private static Contents read(Path file, Reading reading) throws IOException {
        try {
            lines(file, reading);
        } catch (BrokenStream e) {
            reading.damage = Optional.of(Sentence.of(e));
        }
        return reading.contents();
    }

    /** Hands out the lines of a file. */
    static void lines(Path file, LineTaker taker) throws IOException {
        LineBuffer buffer = new LineBuffer(LONGEST_LINE);
        ByteBuffer chunk = ByteBuffer.allocate(READ);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long start = 0; channel.read(chunk) >= 0; start += chunk.limit(), chunk.clear()) {
                chunk.flip();
                for (Optional<byte[]> line = buffer.take(chunk); line.isPresent(); line = buffer.take(chunk)) {
                    if (!taker.take(line.get(), start + chunk.position())) {
                        return;
                    }
                }
            }
        }
    }

    /** Objects as of the last commit, and the step that is open behind it. */
    private static final class Reading implements LineTaker {
        private final boolean checked;
        private final Inventory inventory = new Inventory();
        private final Map<Key, Frame.Put> objects = new HashMap<>();
        private final Map<Key, Integer> lengths = new HashMap<>();
        private final List<Frame.Down> open = new ArrayList<>();
        private final Map<Digest, Integer> openLengths = new HashMap<>();
        private boolean begun;
        private Optional<Version> version = Optional.empty();
        private long end;
        private Optional<String> damage = Optional.empty();

        /** Checks the version of each commit, or of none. */
        Reading(boolean checked) {
            this.checked = checked;
        }

        @Override
        public boolean take(byte[] line, long lineEnd) {
            if (!begun) {
                begun = Arrays.equals(line, Arrays.copyOf(HEADER, HEADER.length - 1));
                damage = begun ? Optional.empty() : Optional.of("it is no state of ours, or one of another contract");
                return begun;
            }
            try {
                take(FrameLines.readDown(line), line.length + 1, lineEnd);
                return true;
            } catch (ContractException e) {
                damage = Optional.of("byte " + (lineEnd - line.length - 1) + ": " + e.getMessage());
                return false;
            }
        }

        private void take(Frame.Down frame, int length, long lineEnd) {
            switch (frame) {
                case Frame.Inventory _ -> throw new ContractException("an inventory, which no such file holds");
                case Frame.Put put -> {
                    open.add(put);
                    openLengths.put(put.digest(), length);
                }
                case Frame.Delete _ -> open.add(frame);
                case Frame.Commit commit -> {
                    if (checked) {
                        check(commit.version());
                    }
                    open.forEach(this::settle);
                    open.clear();
                    openLengths.clear();
                    version = Optional.of(commit.version());
                    end = lineEnd;
                }
            }
        }

        private void check(Version version) {
            Map<Key, Digest> puts = new HashMap<>();
            Set<Key> deletes = new HashSet<>();
            for (Frame.Down frame : open) {
                switch (frame) {
                    case Frame.Put put -> {
                        puts.put(put.object().key(), put.digest());
                        deletes.remove(put.object().key());
                    }
                    case Frame.Delete delete -> {
                        puts.remove(delete.key());
                        deletes.add(delete.key());
                    }
                    case Frame.Inventory _, Frame.Commit _ -> throw new IllegalStateException("never kept");
                }
            }
            if (!inventory.versionAfter(puts, deletes).equals(version)) {
                throw new ContractException("the commit's version is not that of the objects before it");
            }
            puts.forEach(inventory::put);
            deletes.forEach(inventory::remove);
        }

        private void settle(Frame.Down frame) {
            switch (frame) {
                case Frame.Put put -> {
                    objects.put(put.object().key(), put);
                    lengths.put(put.object().key(), openLengths.getOrDefault(put.digest(), 0));
                }
                case Frame.Delete delete -> {
                    objects.remove(delete.key());
                    lengths.remove(delete.key());
                }
                case Frame.Inventory _, Frame.Commit _ -> throw new IllegalStateException("never kept");
            }
        }

        private Contents contents() {
            return new Contents(objects, lengths, version, end, damage);
        }
    }
}
