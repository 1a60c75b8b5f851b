package io.portafilter.contract.feed;

import io.portafilter.contract.Frame;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last good state on a proxy's own disk, so that a restart serves at once while no operator can be reached. Private keys are in it:
 * only its owner can read the folder and the file.
 *
 * <p>Writing has a thread of its own, and nobody ever waits for it. A disk that fails, or is so slow that too much waits for it, costs only
 * this state: what was written before stays, and as soon as an operator sends everything again a new file is begun.
 */
public final class LastGood implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LastGood.class);
    private static final long SLACK = 8 << 20;
    private static final long MOST_WAITING = 64 << 20;
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LAST_RETRY = Duration.ofHours(1);

    private final Path file;
    private final FileChannel lockFile;
    private final Duration firstRetry;
    private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("portafilter-last-good").unstarted(this::run);

    private volatile boolean following;
    private volatile long retryAt = System.nanoTime();
    private volatile long written;
    private volatile Duration retry;
    private @Nullable LastGoodLog log;

    /** Something for the thread that writes; false for the last time. */
    @FunctionalInterface
    private interface Work {
        /** Does it. */
        boolean run() throws IOException;
    }

    private LastGood(Path file, FileChannel lockFile, Duration firstRetry) {
        this.file = file;
        this.lockFile = lockFile;
        this.firstRetry = firstRetry;
        this.retry = firstRetry;
    }

    /**
     * Opens the folder; makes it if need be.
     *
     * @throws IOException if it cannot be made, belongs to somebody else, or another process uses it
     */
    public static LastGood open(Path folder) throws IOException {
        return open(folder, FIRST_RETRY);
    }

    /** With the wait after the first failure of the disk. */
    static LastGood open(Path folder, Duration firstRetry) throws IOException {
        OwnerOnly.makeFolder(folder);
        FileChannel lockFile = OwnerOnly.open(folder.resolve("lock"));
        try {
            FileLock lock = lockFile.tryLock();
            if (lock != null) {
                return new LastGood(folder.resolve("last-good"), lockFile, firstRetry);
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("locked by this very process", e);
        }
        lockFile.close();
        throw new IOException(
                "the state folder " + folder + " is in use by another process; give each proxy a folder of its own");
    }

    /** What is there and can be believed; the rest is moved aside and said. To be called once, before anything else. */
    Optional<LastGoodState> read() {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            LastGoodFile.Contents contents = LastGoodFile.read(file);
            if (contents.damage().isPresent()) {
                return salvage(contents, changed, contents.damage().get());
            }
            return resume(contents, changed);
        } catch (NoSuchFileException e) {
            LOG.info("no last good state in {} yet", file.getParent());
            return Optional.empty();
        } catch (IOException e) {
            failed("read", e);
            retryAt = System.nanoTime();
            return Optional.empty();
        }
    }

    private Optional<LastGoodState> resume(LastGoodFile.Contents contents, FileTime changed) throws IOException {
        if (contents.version().isEmpty()) {
            moveAside("it holds no finished step");
            return Optional.empty();
        }
        log = LastGoodLog.resume(file, SLACK, contents);
        Files.setLastModifiedTime(file, changed);
        following = true;
        return Optional.of(new LastGoodState(
                List.copyOf(contents.objects().values()), contents.version().get(), changed.toInstant()));
    }

    /** Of a damaged file the steps before the damage count, if there are any; the whole is kept for whoever looks into it. */
    private Optional<LastGoodState> salvage(LastGoodFile.Contents contents, FileTime changed, String damage)
            throws IOException {
        if (contents.version().isEmpty()) {
            moveAside(damage);
            return Optional.empty();
        }
        LOG.warn("the last good state {} is damaged ({}); what was written before that is used", file, damage);
        return resume(contents, changed);
    }

    /** The state turned out to be none. */
    void reject(String why) {
        following = false;
        closeLog();
        try {
            moveAside(why);
        } catch (IOException e) {
            failed("moved", e);
        }
    }

    private void moveAside(String why) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".bad");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        LOG.error(
                "the last good state cannot be used: {}; it was moved to {}, and nothing is served from it",
                why,
                aside);
    }

    /** Begins to write what it is given. */
    void start() {
        thread.start();
    }

    /** Whether it has everything that was handed over, or soon will. If not, only a new inventory with all objects helps. */
    public boolean following() {
        return following;
    }

    /** Whether it is time to try again with a new inventory. */
    boolean wantsEverything() {
        return !following && System.nanoTime() - retryAt >= 0;
    }

    /** Takes a frame that was accepted; returns at once. */
    void take(Frame.Down frame, byte[] line) {
        if (frame instanceof Frame.Inventory && !following && wantsEverything()) {
            following = true;
        }
        if (!following) {
            return;
        }
        if (waiting.addAndGet(line.length) > MOST_WAITING) {
            waiting.addAndGet(-line.length);
            failed("written", new IOException("the disk is too slow"));
            return;
        }
        queue.add(() -> write(frame, line));
    }

    /** Forgets what was handed over since the last commit. */
    void dropOpenStep() {
        queue.add(this::rollBack);
    }

    /** Bytes that were written since the start. */
    public long writtenBytes() {
        return written;
    }

    /** How often it could not be read or written since the start. */
    public long failures() {
        return failures.get();
    }

    private void run() {
        try {
            while (handle(queue.take())) {
                // until the last one
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeLog();
    }

    private boolean handle(Work work) {
        try {
            return work.run();
        } catch (IOException e) {
            failed("written", e);
            closeLog();
            return true;
        }
    }

    private boolean rollBack() throws IOException {
        if (log != null) {
            log.rollBack();
        }
        return true;
    }

    private boolean write(Frame.Down frame, byte[] line) throws IOException {
        waiting.addAndGet(-line.length);
        if (!following) {
            closeLog();
        } else if (log != null) {
            write(log, frame, line);
        } else if (frame instanceof Frame.Inventory) {
            log = LastGoodLog.begin(file, SLACK);
            write(log, frame, line);
        }
        return true;
    }

    private void write(LastGoodLog open, Frame.Down frame, byte[] line) throws IOException {
        switch (frame) {
            case Frame.Inventory all -> open.keepOnly(all.objects().keySet());
            case Frame.Put put -> open.put(put, line);
            case Frame.Delete delete -> open.delete(delete.key());
            case Frame.Commit _ -> {
                open.commit(line);
                if (queue.isEmpty()) {
                    open.sync();
                }
                retry = firstRetry;
                written = open.written();
            }
        }
    }

    private synchronized void failed(String what, IOException cause) {
        following = false;
        failures.incrementAndGet();
        retryAt = System.nanoTime() + retry.toNanos();
        LOG.error(
                "the last good state {} could not be {}: {}; a restart would serve an older state, or none. The next try is in {} s",
                file,
                what,
                Sentence.of(cause),
                retry.toSeconds());
        Duration doubled = retry.multipliedBy(2);
        retry = doubled.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : doubled;
    }

    private void closeLog() {
        LastGoodLog open = log;
        log = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.debug("closing failed", e);
            }
        }
    }

    /** Writes what is waiting, and lets the folder go. */
    @Override
    public void close() {
        queue.add(() -> false);
        try {
            if (thread.getState() == Thread.State.NEW) {
                closeLog();
            } else {
                thread.join(Duration.ofSeconds(5));
            }
            lockFile.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("closing failed", e);
        }
    }
}
