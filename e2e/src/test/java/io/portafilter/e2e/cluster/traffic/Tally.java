package io.portafilter.e2e.cluster.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What came of requests. Safe for use by several threads. */
public final class Tally {
    private static final int TOLD = 50;

    private final LongAdder answers = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final AtomicLong slowest = new AtomicLong();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();

    void answered(Duration took) {
        answers.increment();
        slowest.accumulateAndGet(took.toMillis(), Math::max);
    }

    void failed(String how) {
        failures.increment();
        if (failures.sum() <= TOLD) {
            told.add(Instant.now() + " " + how);
        }
    }

    /** Good answers. */
    public long answers() {
        return answers.sum();
    }

    /** Requests that did not get one. */
    public long failures() {
        return failures.sum();
    }

    /** When and how the first of them failed. */
    public List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public String toString() {
        return "%d answers, %d failed requests, the slowest answer took %d ms"
                .formatted(answers(), failures(), slowest.get());
    }
}
