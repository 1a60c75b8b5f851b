package io.portafilter.proxy.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * All deadlines of one event loop, looked after by one coarse tick. Putting a deadline off, which happens with each read, is one
 * write to a field: the wheel finds out when its slot comes by, and files it again.
 */
public final class Deadlines {
    private static final int SLOTS = 512;

    private final long tickNanos;
    private final List<List<Deadline>> wheel = new ArrayList<>(SLOTS);
    private long now;
    private long tick;

    /**
     * Deadlines that are looked at as often as this.
     *
     * @param tickNanos period of {@link #tick}; deadlines pass up to two of it late, never early
     */
    public Deadlines(long tickNanos, long now) {
        this.tickNanos = tickNanos;
        this.now = now;
        for (int i = 0; i < SLOTS; i++) {
            wheel.add(new ArrayList<>());
        }
    }

    /** The time of the last tick. */
    public long now() {
        return now;
    }

    /** A deadline that is off. */
    public Deadline create(Runnable expired) {
        return new Deadline(this, expired);
    }

    /**
     * Lets time pass.
     *
     * @param to the time of {@link System#nanoTime}
     */
    public void tick(long to) {
        while (now + tickNanos <= to) {
            now += tickNanos;
            tick++;
            visit((int) (tick % SLOTS));
        }
    }

    private void visit(int slot) {
        List<Deadline> due = wheel.get(slot);
        if (due.isEmpty()) {
            return;
        }
        wheel.set(slot, new ArrayList<>());
        for (int i = 0; i < due.size(); i++) {
            Deadline deadline = due.get(i);
            if (deadline.filedFor == tick) {
                deadline.filedFor = Deadline.NOWHERE;
                deadline.visit(now);
            }
        }
    }

    /** Files a deadline, unless it will be visited early enough anyway. */
    void file(Deadline deadline) {
        long ticks = Math.max(1, (deadline.at - now + tickNanos - 1) / tickNanos);
        long wanted = tick + Math.min(ticks, SLOTS - 1);
        if (deadline.filedFor == Deadline.NOWHERE || wanted < deadline.filedFor) {
            deadline.filedFor = wanted;
            wheel.get((int) (wanted % SLOTS)).add(deadline);
        }
    }

    /** When something set now is due: one tick later than asked, as the present tick has partly passed. */
    long dueIn(long nanos) {
        return now + nanos + tickNanos;
    }
}
