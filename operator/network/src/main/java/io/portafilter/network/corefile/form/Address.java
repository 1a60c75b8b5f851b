package io.portafilter.network.corefile.form;

import io.portafilter.crds.net.Cidr;
import io.portafilter.crds.net.Ip;
import java.util.Arrays;
import java.util.Optional;

/**
 * An IP address, read as strictly as Go's net.ParseIP: what Kubernetes takes, and IPv4 dressed as IPv6.
 *
 * @param ip the address, undressed
 * @param mapped whether it was IPv4 dressed as IPv6
 */
public record Address(Ip ip, boolean mapped) {
    private static final Cidr LOOPBACK_V4 = Cidr.parse("127.0.0.0/8").orElseThrow();
    private static final Cidr LOOPBACK_V6 = Cidr.parse("::1/128").orElseThrow();

    /** Nothing where the text is no address. */
    public static Optional<Address> parse(String text) {
        return Ip.parse(text)
                .map(ip -> new Address(ip, false))
                .or(() -> Ip.parseMapped(text).map(ip -> new Address(ip, true)));
    }

    /** 4 or 16. */
    byte[] bytes() {
        byte[] own = ip.bytes();
        if (!mapped) {
            return own;
        }
        byte[] dressed = new byte[16];
        Arrays.fill(dressed, 10, 12, (byte) 0xFF);
        System.arraycopy(own, 0, dressed, 12, own.length);
        return dressed;
    }

    /** Whether it has four bytes. */
    public boolean isV4() {
        return !mapped && ip.family() == 4;
    }

    /** Whether it means the machine itself. */
    public boolean isLoopback() {
        return LOOPBACK_V4.contains(ip) || LOOPBACK_V6.contains(ip);
    }

    /** Whether it means no address in particular: 0.0.0.0 or ::. */
    public boolean isUnspecified() {
        byte[] own = ip.bytes();
        return !mapped && Arrays.equals(own, new byte[own.length]);
    }
}
