package io.portafilter.proxy.metrics;

import io.portafilter.proxy.exchange.Attempt;
import io.portafilter.proxy.exchange.Exchange;
import java.util.List;

/** The numbers of one route, method and status on one event loop. */
final class Series {
    private static final int REQUESTS = 0;
    private static final int SIZE = Distribution.ALL.getLast().end();

    private final String method;
    private final int status;
    private final Cells cells = new Cells(SIZE);

    Series(String method, int status) {
        this.method = method;
        this.status = status;
    }

    boolean is(String otherMethod, int otherStatus) {
        return status == otherStatus && method.equals(otherMethod);
    }

    String method() {
        return method;
    }

    int status() {
        return status;
    }

    void record(Exchange exchange) {
        record(Distribution.REQUEST_DURATION, exchange.endNanos() - exchange.startNanos());
        record(Distribution.REQUEST_SIZE, exchange.requestBytes());
        record(Distribution.RESPONSE_SIZE, exchange.responseBytes());
        record(Distribution.BYTES_SENT, exchange.responseBytes());
        List<Attempt> attempts = exchange.attempts();
        if (!attempts.isEmpty()) {
            record(attempts.getLast());
        }
        cells.add(REQUESTS, 1);
    }

    /** Of several attempts the last one counts: it gave the answer. */
    private void record(Attempt attempt) {
        long start = attempt.startNanos();
        if (attempt.connectedNanos() != 0) {
            record(Distribution.CONNECT_DURATION, attempt.connectedNanos() - start);
        }
        if (attempt.headNanos() != 0) {
            record(Distribution.HEADER_DURATION, attempt.headNanos() - start);
        }
        if (attempt.endNanos() != 0) {
            record(Distribution.RESPONSE_DURATION, attempt.endNanos() - start);
        }
    }

    private void record(Distribution distribution, long value) {
        distribution.record(cells, value);
    }

    /** Adds its numbers to others of the same route, method and status. */
    void addTo(long[] sums) {
        for (int i = 0; i < SIZE; i++) {
            sums[i] += cells.get(i);
        }
    }

    static long[] sum(long[] one, long[] other) {
        long[] both = one.clone();
        for (int i = 0; i < SIZE; i++) {
            both[i] += other[i];
        }
        return both;
    }

    static long[] zero() {
        return new long[SIZE];
    }

    static long requests(long[] sums) {
        return sums[REQUESTS];
    }
}
