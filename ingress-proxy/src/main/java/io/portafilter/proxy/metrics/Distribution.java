package io.portafilter.proxy.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/** A histogram of requests: its name without prefix, its buckets, and its place in a series' cells (behaviour §20). */
final class Distribution {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double[] TIME = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};
    private static final double[] LENGTH = {10, 20, 30, 40, 50, 60, 70, 80, 90, 100};
    private static final double[] SIZE = {10, 100, 1e3, 1e4, 1e5, 1e6, 1e7};

    /** The requests themselves are counted in the first cell. */
    static final Distribution REQUEST_DURATION =
            new Distribution(1, "request_duration_seconds", "The request processing time in seconds", NANOS, TIME);

    static final Distribution RESPONSE_DURATION = new Distribution(
            REQUEST_DURATION.end(),
            "response_duration_seconds",
            "The time spent on receiving the response from the upstream",
            NANOS,
            TIME);
    static final Distribution HEADER_DURATION = new Distribution(
            RESPONSE_DURATION.end(),
            "header_duration_seconds",
            "The time spent on receiving first header from the upstream",
            NANOS,
            TIME);
    static final Distribution CONNECT_DURATION = new Distribution(
            HEADER_DURATION.end(),
            "connect_duration_seconds",
            "The time spent on establishing a connection with the upstream",
            NANOS,
            TIME);
    static final Distribution REQUEST_SIZE = new Distribution(
            CONNECT_DURATION.end(),
            "request_size",
            "The request length, including request line, header and body",
            1,
            LENGTH);
    static final Distribution RESPONSE_SIZE = new Distribution(
            REQUEST_SIZE.end(), "response_size", "The response length, including header and body", 1, LENGTH);
    static final Distribution BYTES_SENT = new Distribution(
            RESPONSE_SIZE.end(), "bytes_sent", "DEPRECATED The number of bytes sent to a client", 1, SIZE);

    static final List<Distribution> ALL = List.of(
            REQUEST_DURATION,
            RESPONSE_DURATION,
            HEADER_DURATION,
            CONNECT_DURATION,
            REQUEST_SIZE,
            RESPONSE_SIZE,
            BYTES_SENT);

    private final int offset;
    private final String label;
    private final String help;
    private final double unit;
    private final double[] upperBounds;
    private final long[] limits;

    private Distribution(int offset, String label, String help, double unit, double[] bounds) {
        this.offset = offset;
        this.label = label;
        this.help = help;
        this.unit = unit;
        this.upperBounds = DoubleStream.concat(Arrays.stream(bounds), DoubleStream.of(Double.POSITIVE_INFINITY))
                .toArray();
        this.limits = Arrays.stream(bounds)
                .mapToLong(bound -> Math.round(bound * unit))
                .toArray();
    }

    String label() {
        return label;
    }

    String help() {
        return help;
    }

    /** Upper bounds in seconds or bytes, the last one infinite. */
    double[] upperBounds() {
        return upperBounds.clone();
    }

    /** The cell behind its own: first the sum, then one for each bucket. */
    int end() {
        return offset + 1 + upperBounds.length;
    }

    /** Adds a value in nanoseconds or bytes. */
    void record(Cells cells, long value) {
        cells.add(offset, value);
        int bucket = 0;
        while (bucket < limits.length && value > limits[bucket]) {
            bucket++;
        }
        cells.add(offset + 1 + bucket, 1);
    }

    /** The sum in seconds or bytes. */
    double sum(long[] numbers) {
        return numbers[offset] / unit;
    }

    /** How many values fell into each bucket, not cumulated. */
    long[] buckets(long[] numbers) {
        return Arrays.copyOfRange(numbers, offset + 1, end());
    }
}
