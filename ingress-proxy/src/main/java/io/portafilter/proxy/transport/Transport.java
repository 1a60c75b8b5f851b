package io.portafilter.proxy.transport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.unix.UnixChannelOption;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * The event loops of a proxy: one group accepts, works and connects to backends, so that a client's connection and its backend's
 * meet on one loop.
 */
public final class Transport implements AutoCloseable {
    private static final int BACKLOG = 4096;
    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(32 * 1024, 64 * 1024);

    private final TransportKind kind;
    private final EventLoopGroup group;
    private final List<EventLoop> loops;

    private Transport(TransportKind kind, EventLoopGroup group) {
        this.kind = kind;
        this.group = group;
        this.loops = StreamSupport.stream(group.spliterator(), false)
                .map(EventLoop.class::cast)
                .toList();
    }

    /** Starts this many loops, at least one. */
    public static Transport start(TransportKind kind, int loops) {
        return new Transport(
                kind,
                new MultiThreadIoEventLoopGroup(
                        loops, new DefaultThreadFactory("portafilter-loop", true), kind.ioHandlers()));
    }

    /** How they talk to the kernel. */
    public TransportKind kind() {
        return kind;
    }

    /** The loops. */
    public List<EventLoop> loops() {
        return loops;
    }

    /** Makes the channels that connect to backends. */
    public ChannelFactory<SocketChannel> clientChannels() {
        return kind.clientChannels();
    }

    /**
     * Listens on these addresses. With epoll each loop has a listening socket of its own and the kernel spreads connections.
     *
     * @param addresses port 0 lets the kernel choose
     * @param connections initialises the channel of each connection
     * @throws IOException if one of them cannot be bound; then none is
     */
    public Listening listen(List<InetSocketAddress> addresses, ChannelHandler connections) throws IOException {
        for (InetSocketAddress address : addresses) {
            failIfTaken(address);
        }
        List<Channel> sockets = new ArrayList<>();
        List<InetSocketAddress> bound = new ArrayList<>();
        try {
            for (InetSocketAddress address : addresses) {
                bound.add(listen(address, connections, sockets));
            }
        } catch (IOException e) {
            new Listening(bound, sockets).close();
            throw e;
        }
        return new Listening(bound, sockets);
    }

    /** SO_REUSEPORT would let us share the port of another process of the same user, and half of its connections. */
    private static void failIfTaken(InetSocketAddress address) throws IOException {
        if (address.isUnresolved()) {
            throw new IOException("cannot listen on " + address + ": the name is unknown; use an IP address");
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(address);
        } catch (IOException e) {
            throw cannotListen(address, e);
        }
    }

    private InetSocketAddress listen(InetSocketAddress address, ChannelHandler connections, List<Channel> sockets)
            throws IOException {
        InetSocketAddress bound = address;
        for (EventLoop loop : kind == TransportKind.EPOLL ? loops : loops.subList(0, 1)) {
            Channel socket = bind(bound, loop, connections);
            sockets.add(socket);
            bound = (InetSocketAddress) socket.localAddress();
        }
        return bound;
    }

    private Channel bind(InetSocketAddress address, EventLoop loop, ChannelHandler connections) throws IOException {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .channel(kind.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                .childHandler(connections);
        switch (kind) {
            case EPOLL -> bootstrap.group(loop, loop).option(UnixChannelOption.SO_REUSEPORT, true);
            case NIO -> bootstrap.group(loop, group);
        }
        var future = bootstrap.bind(address).awaitUninterruptibly();
        if (!future.isSuccess()) {
            throw cannotListen(address, future.cause());
        }
        return future.channel();
    }

    private static IOException cannotListen(InetSocketAddress address, Throwable cause) {
        return new IOException(
                "cannot listen on " + address + ": " + cause.getMessage() + "; choose another address or stop its user",
                cause);
    }

    /** Stops the loops and closes what they still serve; waits a few seconds for that. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(6, TimeUnit.SECONDS);
    }
}
