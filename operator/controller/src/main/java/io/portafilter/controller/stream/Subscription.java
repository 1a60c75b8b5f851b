package io.portafilter.controller.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for one subscriber. The hub puts steps in and never waits; one thread takes them out. Who is too far behind is dropped,
 * with all that waits for it: it will come back and be told everything anew.
 */
final class Subscription implements AutoCloseable {
    private final Hub hub;
    private final Start start;
    private final int maxSteps;
    private final long maxBytes;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final ArrayDeque<StepLines> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private Optional<End> end = Optional.empty();

    /** Why nothing more will come. */
    enum End {
        /** It is too far behind. */
        TOO_SLOW,
        /** Its client is gone. */
        GONE,
        /** The operator ends. */
        SHUTDOWN
    }

    /** What is next. */
    sealed interface Next {
        /** Steps that arrived, oldest first. */
        record Steps(List<StepLines> steps) implements Next {}

        /** Nothing arrived in the time that was given. */
        record Quiet() implements Next {}

        /** Nothing more will come. */
        record Ended(End why) implements Next {}
    }

    Subscription(Hub hub, Start start, int maxSteps, long maxBytes) {
        this.hub = hub;
        this.start = start;
        this.maxSteps = maxSteps;
        this.maxBytes = maxBytes;
    }

    Start start() {
        return start;
    }

    /** Takes a step to be sent; whether there is still somebody to send it to. */
    boolean offer(StepLines step) {
        lock.lock();
        try {
            if (end.isPresent()) {
                return false;
            }
            // The step itself does not count: one that is larger than the limit must be possible.
            if (waiting.size() >= maxSteps || waitingBytes > maxBytes) {
                finish(End.TOO_SLOW);
                return false;
            }
            waiting.addLast(step);
            waitingBytes += step.bytes();
            news.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends it; what waits is not sent any more. */
    void end(End why) {
        lock.lock();
        try {
            finish(why);
        } finally {
            lock.unlock();
        }
    }

    private void finish(End why) {
        if (end.isEmpty()) {
            end = Optional.of(why);
            waiting.clear();
            waitingBytes = 0;
            news.signal();
        }
    }

    /** Waits for what comes next, but not longer than this. */
    Next next(Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lock();
        try {
            while (waiting.isEmpty() && end.isEmpty() && nanos > 0) {
                nanos = news.awaitNanos(nanos);
            }
            if (end.isPresent()) {
                return new Next.Ended(end.orElseThrow());
            }
            if (waiting.isEmpty()) {
                return new Next.Quiet();
            }
            List<StepLines> steps = List.copyOf(waiting);
            waiting.clear();
            waitingBytes = 0;
            return new Next.Steps(steps);
        } finally {
            lock.unlock();
        }
    }

    /** The subscriber is gone. */
    @Override
    public void close() {
        hub.leave(this);
    }
}
