package io.portafilter.controller.leader;

import io.portafilter.compiler.Compilation;
import io.portafilter.contract.Frame;
import io.portafilter.controller.compile.StepListener;
import io.portafilter.controller.compile.View;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The newest view, for tasks that wait for one. Who is slower than the compile loop sees fewer views, never old ones, and holds nobody
 * up.
 */
public final class LatestView implements StepListener {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private Optional<Numbered> latest = Optional.empty();

    /** The how-manieth view it is, from 1. */
    public record Numbered(long number, View view) {}

    @Override
    public void stepped(Compilation compilation, List<Frame.Down> frames, View view) {
        lock.lock();
        try {
            latest = Optional.of(new Numbered(latest.map(Numbered::number).orElse(0L) + 1, view));
            came.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The newest view; empty before the first step. */
    public Optional<View> view() {
        lock.lock();
        try {
            return latest.map(Numbered::view);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a view that is newer than one that was seen.
     *
     * @param seen its number; 0 if none was seen
     */
    public Numbered after(long seen) throws InterruptedException {
        while (true) {
            Optional<Numbered> next = after(seen, Duration.ofHours(1));
            if (next.isPresent()) {
                return next.get();
            }
        }
    }

    /** The same, but empty if none came in this time. */
    public Optional<Numbered> after(long seen, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (latest.filter(one -> one.number() > seen).isEmpty()) {
                if (left <= 0) {
                    return Optional.empty();
                }
                left = came.awaitNanos(left);
            }
            return latest;
        } finally {
            lock.unlock();
        }
    }
}
