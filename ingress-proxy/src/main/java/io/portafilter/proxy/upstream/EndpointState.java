package io.portafilter.proxy.upstream;

import io.netty.util.NetUtil;
import java.net.InetSocketAddress;

/**
 * One socket address that requests go to, shared by all clusters that name it. Pools are keyed by the object, not by the
 * address: an endpoint that comes back after it was removed starts afresh.
 */
public final class EndpointState {
    private final InetSocketAddress address;
    private final String text;
    private volatile boolean removed;

    EndpointState(InetSocketAddress address) {
        this.address = address;
        String host = NetUtil.toAddressString(address.getAddress());
        this.text = (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }

    /** Where to connect; resolved. */
    public InetSocketAddress address() {
        return address;
    }

    /** The address as the access log writes it, IPv6 in brackets. */
    public String text() {
        return text;
    }

    /** Whether no cluster names it any more: requests in flight finish, idle connections are closed at the next tick. */
    public boolean removed() {
        return removed;
    }

    void remove() {
        removed = true;
    }

    @Override
    public String toString() {
        return text;
    }
}
