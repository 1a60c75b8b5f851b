package io.portafilter.proxy.tls;

import io.netty.handler.ssl.SslContext;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS contexts by identity, made when a handshake first needs one. At most a fixed number is kept; what was not used lately goes
 * first (second chance, so that event loops only set a flag).
 */
public final class TlsContexts {
    private static final Logger LOG = LoggerFactory.getLogger(TlsContexts.class);

    private final TlsProvider provider;
    private final int bound;
    private final Executor maker;
    private final Supplier<ServerIdentity> generated;
    private final Map<ServerIdentity, Cached> contexts = new ConcurrentHashMap<>();
    private final Deque<Cached> byAge = new ArrayDeque<>();
    private volatile @Nullable ServerIdentity defaultIdentity;

    private static final class Cached {
        final ServerIdentity identity;
        final SslContext context;
        volatile boolean used = true;

        Cached(ServerIdentity identity, SslContext context) {
            this.identity = identity;
            this.context = context;
        }
    }

    /**
     * No contexts yet.
     *
     * @param provider who makes them
     * @param bound how many are kept
     * @param maker where they are made; never an event loop
     * @param clock when the generated certificate begins to be valid
     */
    public TlsContexts(TlsProvider provider, int bound, Executor maker, InstantSource clock) {
        this.provider = provider;
        this.bound = bound;
        this.maker = maker;
        this.generated = () -> DefaultIdentity.generate(clock);
    }

    /** How many contexts are kept at this moment. */
    public int size() {
        return contexts.size();
    }

    /** The context of an identity, complete at once if it is kept; empty: the generated identity's. */
    CompletionStage<SslContext> context(Optional<ServerIdentity> asked) {
        ServerIdentity identity = asked.orElse(defaultIdentity);
        Cached cached = identity == null ? null : contexts.get(identity);
        if (cached != null) {
            cached.used = true;
            return CompletableFuture.completedFuture(cached.context);
        }
        return CompletableFuture.supplyAsync(() -> make(asked), maker);
    }

    private synchronized SslContext make(Optional<ServerIdentity> asked) {
        ServerIdentity identity = asked.orElseGet(this::defaultIdentity);
        Cached before = contexts.get(identity);
        if (before != null) {
            return before.context;
        }
        Cached made = new Cached(identity, build(identity));
        contexts.put(identity, made);
        byAge.addLast(made);
        while (byAge.size() > bound) {
            evictOne();
        }
        return made.context;
    }

    private SslContext build(ServerIdentity identity) {
        try {
            return provider.context(identity);
        } catch (SSLException e) {
            LOG.error("no TLS context for {}, so its handshakes fail; replace its certificate", identity, e);
            throw new CompletionException(e);
        }
    }

    private void evictOne() {
        Cached oldest = byAge.removeFirst();
        while (oldest.used) {
            oldest.used = false;
            byAge.addLast(oldest);
            oldest = byAge.removeFirst();
        }
        contexts.remove(oldest.identity);
    }

    private ServerIdentity defaultIdentity() {
        ServerIdentity identity = defaultIdentity;
        if (identity == null) {
            identity = generated.get();
            defaultIdentity = identity;
        }
        return identity;
    }
}
