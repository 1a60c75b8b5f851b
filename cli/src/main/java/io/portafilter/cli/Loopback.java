package io.portafilter.cli;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;

/** The addresses by which a machine speaks to itself. */
final class Loopback {
    private Loopback() {}

    /** 127.0.0.1, and ::1 where there is IPv6. */
    static List<InetAddress> addresses() {
        return Stream.of("127.0.0.1", "::1")
                .map(InetAddress::ofLiteral)
                .filter(Loopback::exists)
                .toList();
    }

    private static boolean exists(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
