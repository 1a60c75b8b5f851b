package io.portafilter.proxy.exchange;

/** What all exchanges of one event loop share. */
public final class ExchangeContext {
    private final Connector connector;
    private final Deadlines deadlines;
    private final ExchangeObserver observer;
    private final HttpDate date = new HttpDate();

    /** The parts of one loop. */
    public ExchangeContext(Connector connector, Deadlines deadlines, ExchangeObserver observer) {
        this.connector = connector;
        this.deadlines = deadlines;
        this.observer = observer;
    }

    /** Where connections come from. */
    Connector connector() {
        return connector;
    }

    /** The loop's deadlines. */
    public Deadlines deadlines() {
        return deadlines;
    }

    ExchangeObserver observer() {
        return observer;
    }

    String date() {
        return date.at(System.currentTimeMillis());
    }
}
