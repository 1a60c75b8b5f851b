package io.portafilter.cli.serve;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Addresses as clients on this machine write them. */
final class Reachable {
    private Reachable() {}

    /** The address itself; loopback for a wildcard. */
    private static InetAddress of(InetAddress address) {
        if (!address.isAnyLocalAddress()) {
            return address;
        }
        return InetAddress.ofLiteral(address instanceof Inet6Address ? "::1" : "127.0.0.1");
    }

    /** Its shortest form (RFC 5952), without brackets; loopback for a wildcard. */
    static String literal(InetAddress address) {
        return NetUtil.toAddressString(of(address));
    }

    /** For a URL or {@code curl --resolve}: IPv6 in brackets. */
    static String text(InetAddress address) {
        String text = literal(address);
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }

    /** The same with the port. */
    static String text(InetSocketAddress address) {
        return text(address.getAddress()) + ":" + address.getPort();
    }
}
