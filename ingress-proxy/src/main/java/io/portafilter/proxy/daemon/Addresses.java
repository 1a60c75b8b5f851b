package io.portafilter.proxy.daemon;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Addresses to listen on. */
final class Addresses {
    private static final int LARGEST_PORT = 65_535;

    private Addresses() {}

    /** All addresses of this machine: {@code ::}, which takes IPv4 as well, unless the kernel has no IPv6. */
    static InetAddress all() {
        try (ServerSocketChannel six = ServerSocketChannel.open(StandardProtocolFamily.INET6)) {
            return InetAddress.ofLiteral(six.isOpen() ? "::" : "0.0.0.0");
        } catch (IOException | UnsupportedOperationException e) {
            return InetAddress.ofLiteral("0.0.0.0");
        }
    }

    /** Each address with this port; without any, all addresses of this machine. */
    static List<InetSocketAddress> of(List<InetAddress> bind, int port) {
        List<InetAddress> addresses = bind.isEmpty() ? List.of(all()) : bind;
        return addresses.stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    /** Reads an IP address; names are not resolved. */
    static final class Converter implements ITypeConverter<InetAddress> {
        @Override
        public InetAddress convert(String text) {
            try {
                return InetAddress.ofLiteral(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("\"" + text + "\" is not an IP address");
            }
        }
    }

    /** Reads a port; 0 lets the kernel choose. */
    static final class PortConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= LARGEST_PORT) {
                return Integer.parseInt(text);
            }
            throw new TypeConversionException("\"" + text + "\" is not a port (0 to 65535)");
        }
    }
}
