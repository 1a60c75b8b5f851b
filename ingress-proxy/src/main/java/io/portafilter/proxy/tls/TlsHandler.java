package io.portafilter.proxy.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SniHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AsyncMapping;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The first handler of a TLS connection: reads the ClientHello, lets the server name choose the identity, and puts the TLS engine
 * in its own place. A client that does not say its hello or finish its handshake in ten seconds is cut off.
 */
public final class TlsHandler extends SniHandler {
    /** A hello with post-quantum key shares has less than 2 KiB. */
    private static final int LONGEST_HELLO = 16 * 1024;

    static final Duration HANDSHAKE = Duration.ofSeconds(10);

    private final Duration handshake;

    /**
     * For one connection.
     *
     * @param names the table of the moment
     * @param contexts where contexts are kept
     */
    public TlsHandler(Supplier<SniTable> names, TlsContexts contexts) {
        this(names, contexts, HANDSHAKE);
    }

    TlsHandler(Supplier<SniTable> names, TlsContexts contexts, Duration handshake) {
        super(new Chooser(names, contexts), LONGEST_HELLO, handshake.toMillis());
        this.handshake = handshake;
    }

    @Override
    protected SslHandler newSslHandler(SslContext context, ByteBufAllocator allocator) {
        SslHandler handler = context.newHandler(allocator);
        handler.setHandshakeTimeoutMillis(handshake.toMillis());
        return handler;
    }

    private record Chooser(Supplier<SniTable> names, TlsContexts contexts) implements AsyncMapping<String, SslContext> {
        @Override
        public Future<SslContext> map(@Nullable String serverName, Promise<SslContext> promise) {
            SniTable table = names.get();
            Optional<ServerIdentity> identity = serverName == null ? table.otherwise() : table.find(serverName);
            contexts.context(identity).whenComplete((context, failure) -> {
                if (failure == null) {
                    promise.trySuccess(context);
                } else {
                    promise.tryFailure(failure);
                }
            });
            return promise;
        }
    }
}
