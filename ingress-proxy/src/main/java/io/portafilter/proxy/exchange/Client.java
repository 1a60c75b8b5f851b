package io.portafilter.proxy.exchange;

import io.netty.util.NetUtil;
import java.net.InetSocketAddress;

/**
 * The client of a connection.
 *
 * @param address its address and port, as the connection or the PROXY protocol says
 * @param ip the address as text, as headers and log name it
 * @param listener where it arrived
 */
public record Client(InetSocketAddress address, String ip, ListenerContext listener) {
    /** A client that arrived there from this address. */
    public static Client of(InetSocketAddress address, ListenerContext listener) {
        return new Client(address, NetUtil.toAddressString(address.getAddress()), listener);
    }
}
