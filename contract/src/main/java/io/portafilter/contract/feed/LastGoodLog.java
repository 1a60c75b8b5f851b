package io.portafilter.contract.feed;

import io.portafilter.contract.Digest;
import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Key;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The file while it is written: steps are appended, and when more than half of it is of no use any more it is written anew. A new file
 * takes the name of the old one only when it is whole and on the disk, and a step counts only with its commit: a crash at any moment leaves
 * the state of a commit. Not safe for use by several threads.
 */
final class LastGoodLog implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final Path next;
    private final long slack;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final Map<Key, Kept> kept;
    private final Map<Key, Optional<Kept>> open = new HashMap<>();
    private FileChannel channel;
    private boolean named;
    private long committed;
    private long position;
    private long keptBytes;
    private long written;

    /** The digest of an object and the bytes of its line. */
    private record Kept(Digest digest, int bytes) {}

    private LastGoodLog(Path file, long slack, FileChannel channel, boolean named, Map<Key, Kept> kept) {
        this.file = file;
        this.next = next(file);
        this.slack = slack;
        this.channel = channel;
        this.named = named;
        this.kept = kept;
        kept.values().forEach(object -> keptBytes += object.bytes());
    }

    /**
     * Begins a new file, which replaces the old one with its first commit.
     *
     * @param slack bytes of no use that are left alone however small the state is
     */
    static LastGoodLog begin(Path file, long slack) throws IOException {
        LastGoodLog log = new LastGoodLog(
                file, slack, OwnerOnly.open(next(file), StandardOpenOption.TRUNCATE_EXISTING), false, new HashMap<>());
        log.write(LastGoodFile.header());
        return log;
    }

    /** Goes on where the last good commit of a file ended; what is behind it goes. */
    static LastGoodLog resume(Path file, long slack, LastGoodFile.Contents contents) throws IOException {
        Map<Key, Kept> kept = new HashMap<>();
        contents.objects()
                .forEach((key, put) ->
                        kept.put(key, new Kept(put.digest(), contents.lengths().getOrDefault(key, 0))));
        LastGoodLog log = new LastGoodLog(file, slack, OwnerOnly.open(file), true, kept);
        log.committed = contents.end();
        log.rollBack();
        return log;
    }

    private static Path next(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /** Bytes that went to the disk. */
    long written() {
        return written;
    }

    void put(Frame.Put put, byte[] line) throws IOException {
        Key key = put.object().key();
        Kept before = kept.get(key);
        if (open.containsKey(key) || before == null || !before.digest().equals(put.digest())) {
            open.put(key, Optional.of(new Kept(put.digest(), line.length + 1)));
            writeLine(line);
        }
    }

    void delete(Key key) throws IOException {
        if (open.containsKey(key) || kept.containsKey(key)) {
            open.put(key, Optional.empty());
            write(FrameLines.write(new Frame.Delete(key)));
        }
    }

    /** Deletes what an inventory does not list. */
    void keepOnly(Set<Key> listed) throws IOException {
        Set<Key> gone = new HashSet<>(kept.keySet());
        gone.addAll(open.keySet());
        gone.removeAll(listed);
        for (Key key : gone) {
            delete(key);
        }
    }

    /** Closes the step. It is on the disk after {@link #sync}; a new file at once. */
    void commit(byte[] line) throws IOException {
        if (named && open.isEmpty()) {
            return;
        }
        writeLine(line);
        flush();
        open.forEach((key, object) -> {
            Kept before = object.isPresent() ? kept.put(key, object.get()) : kept.remove(key);
            keptBytes += object.map(Kept::bytes).orElse(0) - (before == null ? 0 : before.bytes());
        });
        open.clear();
        committed = position;
        if (!named) {
            channel.force(true);
            takeName();
        } else if (position > 2 * keptBytes + slack) {
            rewrite(line);
        }
    }

    /** Waits until the disk has it. */
    void sync() throws IOException {
        channel.force(false);
    }

    /** Forgets the open step. */
    void rollBack() throws IOException {
        buffer.clear();
        open.clear();
        channel.truncate(committed);
        channel.position(committed);
        position = committed;
        if (!named && committed == 0) {
            write(LastGoodFile.header());
        }
    }

    private void rewrite(byte[] commit) throws IOException {
        Set<Digest> wanted = new HashSet<>();
        kept.values().forEach(object -> wanted.add(object.digest()));
        FileChannel old = channel;
        channel = OwnerOnly.open(next, StandardOpenOption.TRUNCATE_EXISTING);
        named = false;
        try (old) {
            position = 0;
            write(LastGoodFile.header());
            LastGoodFile.lines(file, (line, _) -> {
                if (FrameLines.digestOfPut(line).filter(wanted::remove).isPresent()) {
                    writeLine(line);
                }
                return true;
            });
            writeLine(commit);
            flush();
            channel.force(true);
            takeName();
        }
        committed = position;
    }

    private void takeName() throws IOException {
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        named = true;
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private void writeLine(byte[] line) throws IOException {
        write(line);
        write(new byte[] {'\n'});
    }

    private void write(byte[] bytes) throws IOException {
        position += bytes.length;
        if (bytes.length > buffer.remaining()) {
            flush();
        }
        if (bytes.length > buffer.capacity()) {
            writeAll(ByteBuffer.wrap(bytes));
        } else {
            buffer.put(bytes);
        }
    }

    private void flush() throws IOException {
        writeAll(buffer.flip());
        buffer.clear();
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            written += channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
