package io.portafilter.proxy.http1;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.portafilter.proxy.exchange.Deadlines;
import io.portafilter.proxy.exchange.ExchangeContext;
import io.portafilter.proxy.exchange.ExchangeObserver;
import io.portafilter.proxy.exchange.ListenerContext;
import io.portafilter.proxy.head.Bytes;
import io.portafilter.proxy.upstream.ConnectionPool;
import io.portafilter.proxy.upstream.PoolLimits;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1 on one event loop: what its client connections, their backends' connections and their pool share. Nothing of it is ever
 * touched by another thread, so there are no locks. The constructor may be called anywhere; {@link #accept} by the loop only.
 */
public final class Http1Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Http1Loop.class);
    private static final long TICK_MILLIS = 100;
    private static final Duration FIRST = Duration.ofSeconds(1);

    private final EventLoop eventLoop;
    private final Deadlines deadlines;
    private final ExchangeContext exchanges;
    private final ConnectionPool<BackendConnection> pool;
    private final Flusher flusher = new Flusher();
    private final Bytes scratch = new Bytes();
    private final Set<ServerConnection> connections = new HashSet<>();
    private final Future<?> ticks;
    private boolean ending;
    private Optional<Duration> drainLinger = Optional.empty();
    private volatile long lastTick = System.nanoTime();

    /**
     * Begins to work on this loop.
     *
     * @param channels makes the channels of connections to backends, of the loop's transport
     * @param observer is told about the exchanges of this loop, on this loop
     */
    public Http1Loop(
            EventLoop eventLoop,
            ChannelFactory<? extends Channel> channels,
            PoolLimits poolLimits,
            ExchangeObserver observer) {
        this.eventLoop = eventLoop;
        this.deadlines = new Deadlines(TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS), System.nanoTime());
        this.exchanges = new ExchangeContext(new PooledConnector(this, eventLoop, channels), deadlines, observer);
        this.pool = new ConnectionPool<>(poolLimits, BackendConnection::close);
        this.ticks = eventLoop.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The last handler of a connection that was accepted on this loop; what it is given are the bytes of HTTP. */
    public ChannelHandler accept(ListenerContext listener) {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void handlerAdded(ChannelHandlerContext context) {
                if (context.channel().isActive()) {
                    start(context, listener);
                }
            }

            @Override
            public void channelActive(ChannelHandlerContext context) {
                start(context, listener);
            }
        };
    }

    private void start(ChannelHandlerContext context, ListenerContext listener) {
        Channels.configure(context.channel());
        ServerConnection connection = new ServerConnection(this, listener, context.channel());
        connections.add(connection);
        context.pipeline().replace(context.handler(), "http1", connection);
        // It came in by the last open door: its first request is certainly on its way.
        drainLinger.ifPresent(linger -> connection.drainNow(linger.compareTo(FIRST) > 0 ? linger : FIRST));
    }

    /** From now on each answer says {@code Connection: close}, so that clients go elsewhere. May be called by any thread. */
    public void announceEnd() {
        eventLoop.execute(() -> ending = true);
    }

    /**
     * Ends: client connections that stay idle are closed, each other one after the answer to its present request, which says
     * {@code Connection: close}. May be called by any thread.
     *
     * @param linger how long an idle connection still waits for a request that may be on its way
     */
    public void drain(Duration linger) {
        eventLoop.execute(() -> {
            ending = true;
            drainLinger = Optional.of(linger);
            List.copyOf(connections).forEach(connection -> connection.drainNow(linger));
        });
    }

    /** How long ago this loop had time for its regular work, which it does ten times a second. May be asked by any thread. */
    public Duration silence() {
        return Duration.ofNanos(Math.max(0, System.nanoTime() - lastTick));
    }

    /** Stops working: closes the idle connections to backends. To be called after the last client is gone, by any thread. */
    public void close() {
        ticks.cancel(false);
        eventLoop.execute(pool::clear);
    }

    /** How many clients are connected; on the loop only. */
    public int connections() {
        return connections.size();
    }

    private void tick() {
        try {
            long now = System.nanoTime();
            lastTick = now;
            deadlines.tick(now);
            pool.sweep(now);
            flusher.flush();
        } catch (RuntimeException e) {
            LOG.error("a deadline's work failed; the others go on", e);
        }
    }

    ExchangeContext exchanges() {
        return exchanges;
    }

    ConnectionPool<BackendConnection> pool() {
        return pool;
    }

    Flusher flusher() {
        return flusher;
    }

    Bytes scratch() {
        return scratch;
    }

    /** Whether the present request of each connection is its last. */
    boolean ending() {
        return ending;
    }

    /** Once draining: how long an idle connection waits. */
    Optional<Duration> drainLinger() {
        return drainLinger;
    }

    void closed(ServerConnection connection) {
        connections.remove(connection);
    }
}
