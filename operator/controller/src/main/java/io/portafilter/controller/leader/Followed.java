package io.portafilter.controller.leader;

import io.portafilter.compiler.Compilation;
import io.portafilter.contract.Frame;
import io.portafilter.controller.compile.StepListener;
import io.portafilter.controller.compile.View;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

/**
 * The newest view, and what was touched since a task looked last. A task that is slower than the compile loop sees fewer views, never
 * old ones, and holds nobody up; while there is none, nothing is gathered.
 *
 * @param <K> what is touched
 * @param <V> how
 */
public final class Followed<K, V> implements StepListener {
    private final BiConsumer<Compilation, Map<K, V>> gather;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private Optional<View> view = Optional.empty();
    private Map<K, V> touched = new LinkedHashMap<>();
    private boolean following;

    /**
     * Nothing seen yet.
     *
     * @param gather adds what a step touched, over what earlier ones did; called on the compile loop's thread
     */
    public Followed(BiConsumer<Compilation, Map<K, V>> gather) {
        this.gather = gather;
    }

    /** A view, and what was touched since the one before, in order of the first touch. */
    public record News<K, V>(View view, Map<K, V> touched) {}

    @Override
    public void stepped(Compilation compilation, List<Frame.Down> frames, View after) {
        lock.lock();
        try {
            boolean first = view.isEmpty();
            view = Optional.of(after);
            if (following) {
                gather.accept(compilation, touched);
            }
            if (first || !touched.isEmpty()) {
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Adds what no step touched; nothing happens while nothing is gathered. */
    public void touch(K what, V how) {
        lock.lock();
        try {
            if (following) {
                touched.put(what, how);
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The newest view; empty before the first step. */
    public Optional<View> view() {
        lock.lock();
        try {
            return view;
        } finally {
            lock.unlock();
        }
    }

    /** Whether something is gathered: its task leads. */
    public boolean isFollowed() {
        lock.lock();
        try {
            return following;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the first view, and gathers from it on. */
    public View begin() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (view.isEmpty()) {
                news.await();
            }
            following = true;
            touched = new LinkedHashMap<>();
            return view.get();
        } finally {
            lock.unlock();
        }
    }

    /** Gathers no more. */
    public void end() {
        lock.lock();
        try {
            following = false;
            touched = new LinkedHashMap<>();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something was touched, or for so long; after {@link #begin}. */
    public News<K, V> await(Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (touched.isEmpty() && left > 0) {
                left = news.awaitNanos(left);
            }
            News<K, V> gathered = new News<>(view.orElseThrow(), touched);
            touched = new LinkedHashMap<>();
            return gathered;
        } finally {
            lock.unlock();
        }
    }
}
