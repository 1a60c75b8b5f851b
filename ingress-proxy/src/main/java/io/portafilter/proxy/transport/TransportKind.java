package io.portafilter.proxy.transport;

import io.netty.channel.ChannelFactory;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How event loops talk to the kernel. */
public enum TransportKind {
    /** Linux, with a library of its own; each loop has its own listening sockets. */
    EPOLL,
    /** Everywhere where there is a JDK. */
    NIO;

    private static final Logger LOG = LoggerFactory.getLogger(TransportKind.class);

    /** The best that this machine has; the log says which and why. */
    public static TransportKind best() {
        if (Epoll.isAvailable()) {
            LOG.info("transport: epoll");
            return EPOLL;
        }
        LOG.info("transport: NIO, because epoll cannot be used: {}", String.valueOf(Epoll.unavailabilityCause()));
        return NIO;
    }

    /** The name in logs and metrics. */
    public String label() {
        return switch (this) {
            case EPOLL -> "epoll";
            case NIO -> "nio";
        };
    }

    IoHandlerFactory ioHandlers() {
        return switch (this) {
            case EPOLL -> EpollIoHandler.newFactory();
            case NIO -> NioIoHandler.newFactory();
        };
    }

    Class<? extends ServerChannel> serverChannel() {
        return switch (this) {
            case EPOLL -> EpollServerSocketChannel.class;
            case NIO -> NioServerSocketChannel.class;
        };
    }

    ChannelFactory<SocketChannel> clientChannels() {
        return switch (this) {
            case EPOLL -> EpollSocketChannel::new;
            case NIO -> NioSocketChannel::new;
        };
    }
}
