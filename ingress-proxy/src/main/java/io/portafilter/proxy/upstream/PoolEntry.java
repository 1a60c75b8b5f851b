package io.portafilter.proxy.upstream;

import org.jspecify.annotations.Nullable;

/**
 * What a pool knows of one connection; made with the connection and kept as long.
 *
 * @param <C> the codec's connection
 */
public final class PoolEntry<C> {
    final C connection;
    final EndpointState endpoint;
    private final long createdNanos;
    private int uses;
    long idleSince;

    @Nullable
    PoolEntry<C> older;

    @Nullable
    PoolEntry<C> newer;

    boolean idle;

    /** For a connection to that endpoint, made at that time. */
    public PoolEntry(C connection, EndpointState endpoint, long createdNanos) {
        this.connection = connection;
        this.endpoint = endpoint;
        this.createdNanos = createdNanos;
    }

    /** Counts a request. */
    public void use() {
        uses++;
    }

    /** Whether this is not its first request. */
    public boolean reused() {
        return uses > 1;
    }

    boolean worn(PoolLimits limits, long now) {
        return endpoint.removed() || uses >= limits.requests() || now - createdNanos >= limits.ageNanos();
    }
}
