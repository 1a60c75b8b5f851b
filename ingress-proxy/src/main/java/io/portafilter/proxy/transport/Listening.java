package io.portafilter.proxy.transport;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.List;

/** Bound addresses, until they are closed. Connections that were accepted live on. */
public final class Listening implements AutoCloseable {
    private final List<InetSocketAddress> addresses;
    private final List<Channel> sockets;

    Listening(List<InetSocketAddress> addresses, List<Channel> sockets) {
        this.addresses = List.copyOf(addresses);
        this.sockets = List.copyOf(sockets);
    }

    /** Where it listens, in the order asked for, with the ports that the kernel chose. */
    public List<InetSocketAddress> addresses() {
        return addresses;
    }

    /** How many sockets share these addresses. */
    public int sockets() {
        return sockets.size();
    }

    /** Accepts nobody any more. */
    @Override
    public void close() {
        sockets.stream().map(Channel::close).toList().forEach(closing -> closing.awaitUninterruptibly(5_000));
    }
}
