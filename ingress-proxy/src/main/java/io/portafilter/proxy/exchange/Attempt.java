package io.portafilter.proxy.exchange;

import io.portafilter.proxy.upstream.EndpointState;

/** One try to have a request answered by one endpoint, as log and metrics see it. Times are those of {@link System#nanoTime}. */
public final class Attempt {
    private final EndpointState endpoint;
    private final long startNanos;
    private long connectedNanos;
    private long headNanos;
    private long endNanos;
    private int status;
    private long bodyBytes;

    Attempt(EndpointState endpoint, long startNanos) {
        this.endpoint = endpoint;
        this.startNanos = startNanos;
    }

    /** Who was asked. */
    public EndpointState endpoint() {
        return endpoint;
    }

    /** When an endpoint was picked. */
    public long startNanos() {
        return startNanos;
    }

    /** When there was a connection, pooled or new; 0 if there never was. */
    public long connectedNanos() {
        return connectedNanos;
    }

    /** When the head of the final answer had arrived; 0 if it never did. */
    public long headNanos() {
        return headNanos;
    }

    /** When it was over; 0 while it is not. */
    public long endNanos() {
        return endNanos;
    }

    /** What the endpoint answered, or 502 or 504 in its place; 0 if the client went first. */
    public int status() {
        return status;
    }

    /** Bytes of the answer's body, without framing. */
    public long bodyBytes() {
        return bodyBytes;
    }

    void connected(long now) {
        connectedNanos = now;
    }

    void answered(int newStatus, long now) {
        status = newStatus;
        headNanos = now;
    }

    void received(int bytes) {
        bodyBytes += bytes;
    }

    void failed(int newStatus) {
        status = newStatus;
    }

    void ended(long now) {
        endNanos = now;
    }
}
