package io.portafilter.proxy.exchange;

/**
 * Moves one body, a buffer at a time: asks the source only while the sink takes more, so never more than one buffer is on its
 * way. It knows which side it is waiting for and for how long it may.
 */
abstract class Pump {
    /** Which side has to do something. */
    enum Side {
        NEITHER,
        SOURCE,
        SINK
    }

    private final Deadline deadline;
    private long sourceNanos;
    private long sinkNanos;
    private Side waiting = Side.NEITHER;
    private boolean active;
    private boolean asked;
    private boolean running;

    Pump(Deadlines deadlines) {
        this.deadline = deadlines.create(() -> expired(waiting));
    }

    /** Asks the source for a buffer. */
    abstract void pull();

    /** Whether the sink takes another buffer. */
    abstract boolean sinkWritable();

    /** That side took too long. */
    abstract void expired(Side side);

    /** Begins, or goes on under other limits. */
    final void start(long newSourceNanos, long newSinkNanos) {
        sourceNanos = newSourceNanos;
        sinkNanos = newSinkNanos;
        active = true;
        run();
    }

    /** Waits for the source without asking it: it will speak by itself. */
    final void await(long nanos) {
        waiting = Side.SOURCE;
        deadline.in(nanos);
    }

    /** Moves what can be moved. */
    final void run() {
        if (running) {
            return;
        }
        running = true;
        while (active && !asked) {
            if (!sinkWritable()) {
                waitFor(Side.SINK, sinkNanos);
                break;
            }
            asked = true;
            waitFor(Side.SOURCE, sourceNanos);
            pull();
        }
        running = false;
    }

    private void waitFor(Side side, long nanos) {
        waiting = side;
        deadline.in(nanos);
    }

    /** The source has answered. */
    final void answered() {
        asked = false;
    }

    /** Waits longer for the same side. */
    final void extend(long nanos) {
        deadline.in(nanos);
    }

    /** No buffer is to be moved for the time being; one that was asked for may still come. */
    final void pause() {
        active = false;
        waiting = Side.NEITHER;
        deadline.off();
    }

    /** There is no next exchange. */
    final void end() {
        clear();
        deadline.end();
    }

    /** Forgets everything, for the next exchange. */
    final void clear() {
        pause();
        asked = false;
    }
}
