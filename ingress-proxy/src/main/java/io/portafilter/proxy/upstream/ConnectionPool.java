package io.portafilter.proxy.upstream;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The idle connections of one event loop, by endpoint. The one used last is taken first, so a quiet pool shrinks; when there are
 * too many, the one idle longest goes. Only its loop may touch it.
 *
 * @param <C> the codec's connection
 */
public final class ConnectionPool<C> {
    private final PoolLimits limits;
    private final Consumer<C> closer;
    private final Map<EndpointState, ArrayDeque<PoolEntry<C>>> byEndpoint = new HashMap<>();
    private @Nullable PoolEntry<C> oldest;
    private @Nullable PoolEntry<C> newest;
    private int size;

    /** A pool that closes what it drops by {@code closer}. */
    public ConnectionPool(PoolLimits limits, Consumer<C> closer) {
        this.limits = limits;
        this.closer = closer;
    }

    /** How many connections are idle. */
    public int size() {
        return size;
    }

    /** An idle connection to this endpoint; no longer the pool's. */
    public Optional<C> take(EndpointState endpoint) {
        ArrayDeque<PoolEntry<C>> entries = byEndpoint.get(endpoint);
        if (entries == null) {
            return Optional.empty();
        }
        PoolEntry<C> entry = entries.getLast();
        remove(entry);
        return Optional.of(entry.connection);
    }

    /** Takes a connection that nobody uses; closes it if it has served enough, or its endpoint is gone. */
    public void put(PoolEntry<C> entry, long now) {
        if (entry.worn(limits, now)) {
            closer.accept(entry.connection);
            return;
        }
        entry.idle = true;
        entry.idleSince = now;
        entry.older = newest;
        entry.newer = null;
        if (newest == null) {
            oldest = entry;
        } else {
            newest.newer = entry;
        }
        newest = entry;
        byEndpoint.computeIfAbsent(entry.endpoint, key -> new ArrayDeque<>()).addLast(entry);
        if (++size > limits.idle() && oldest != null) {
            drop(oldest);
        }
    }

    /** Forgets a connection that was closed while idle; nothing happens if it is not idle. */
    public void remove(PoolEntry<C> entry) {
        if (!entry.idle) {
            return;
        }
        entry.idle = false;
        size--;
        unlink(entry);
        ArrayDeque<PoolEntry<C>> entries = byEndpoint.get(entry.endpoint);
        if (entries != null) {
            if (entries.peekLast() == entry) {
                entries.removeLast();
            } else {
                entries.remove(entry);
            }
            if (entries.isEmpty()) {
                byEndpoint.remove(entry.endpoint);
            }
        }
    }

    /** Closes what has been idle too long, is too old, or belongs to an endpoint that is gone. */
    public void sweep(long now) {
        PoolEntry<C> entry = oldest;
        while (entry != null) {
            PoolEntry<C> next = entry.newer;
            if (now - entry.idleSince >= limits.idleNanos() || entry.worn(limits, now)) {
                drop(entry);
            }
            entry = next;
        }
    }

    /** Closes everything. */
    public void clear() {
        while (oldest != null) {
            drop(oldest);
        }
    }

    private void drop(PoolEntry<C> entry) {
        remove(entry);
        closer.accept(entry.connection);
    }

    private void unlink(PoolEntry<C> entry) {
        PoolEntry<C> before = entry.older;
        PoolEntry<C> after = entry.newer;
        if (before == null) {
            oldest = after;
        } else {
            before.newer = after;
        }
        if (after == null) {
            newest = before;
        } else {
            after.older = before;
        }
        entry.older = null;
        entry.newer = null;
    }
}
