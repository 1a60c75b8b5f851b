package io.portafilter.proxy.exchange;

/** A point in time at which something has to have happened; belongs to one event loop and is used again and again. */
public final class Deadline {
    static final long NOWHERE = Long.MAX_VALUE;
    private static final long OFF = Long.MAX_VALUE;

    private final Deadlines deadlines;
    private Runnable expired;
    long at = OFF;
    long filedFor = NOWHERE;

    Deadline(Deadlines deadlines, Runnable expired) {
        this.deadlines = deadlines;
        this.expired = expired;
    }

    /** Sets it, or puts it off. */
    public void in(long nanos) {
        at = deadlines.dueIn(nanos);
        deadlines.file(this);
    }

    /** Nothing has to happen. */
    public void off() {
        at = OFF;
    }

    /**
     * It is never set again. The wheel may hold it for almost a minute, but no longer holds whom it would have called: connections that
     * come and go by the thousand would otherwise pile up.
     */
    public void end() {
        off();
        expired = Deadline::callNobody;
    }

    private static void callNobody() {}

    void visit(long now) {
        if (at == OFF) {
            return;
        }
        if (at - now > 0) {
            deadlines.file(this);
            return;
        }
        at = OFF;
        expired.run();
    }
}
