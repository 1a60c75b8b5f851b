package io.portafilter.crds.net;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** An IP address, in the forms that Kubernetes takes: no leading zeros, no zone, no IPv4 dressed as IPv6. */
public final class Ip implements Comparable<Ip> {
    private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final Pattern GROUP_TOO_LONG = Pattern.compile("[0-9a-fA-F]{5}");

    private final byte[] bytes;

    private Ip(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Nothing where the text is no address. */
    public static Optional<Ip> parse(String text) {
        return text.contains(":") ? v6(text).filter(ip -> ip.family() == 6) : v4(text);
    }

    /** The IPv4 address that a text dresses as IPv6, as in {@code ::ffff:10.0.0.1}; nothing where it is no such text. */
    public static Optional<Ip> parseMapped(String text) {
        return text.contains(":") ? v6(text).filter(ip -> ip.family() == 4) : Optional.empty();
    }

    private static Optional<Ip> v4(String text) {
        if (!V4.matcher(text).matches()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[4];
        String[] parts = text.split("\\.", -1);
        for (int i = 0; i < 4; i++) {
            int value = Integer.parseInt(parts[i]);
            if (value > 255 || (parts[i].length() > 1 && parts[i].startsWith("0"))) {
                return Optional.empty();
            }
            bytes[i] = (byte) value;
        }
        return Optional.of(new Ip(bytes));
    }

    /** Of IPv4 dressed as IPv6 the JDK gives the four bytes. */
    private static Optional<Ip> v6(String text) {
        int dot = text.indexOf('.');
        boolean badTail =
                dot >= 0 && v4(text.substring(text.lastIndexOf(':', dot) + 1)).isEmpty();
        if (!V6.matcher(text).matches() || GROUP_TOO_LONG.matcher(text).find() || badTail) {
            return Optional.empty();
        }
        try {
            // with a colon in it a text is never taken as a name, so nothing is looked up
            return Optional.of(new Ip(InetAddress.getByName(text).getAddress()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** 4 or 16, the first of the address first. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** 4 or 6. */
    public int family() {
        return bytes.length == 4 ? 4 : 6;
    }

    /** 32 or 128. */
    public int bits() {
        return bytes.length * 8;
    }

    /** The address that lies this far behind. */
    public Ip plus(BigInteger distance) {
        byte[] sum = new BigInteger(1, bytes).add(distance).toByteArray();
        byte[] wide = new byte[bytes.length];
        int length = Math.min(sum.length, wide.length);
        System.arraycopy(sum, sum.length - length, wide, wide.length - length, length);
        return new Ip(wide);
    }

    /** With all bits behind the prefix at zero. */
    Ip masked(int prefix) {
        byte[] masked = bytes.clone();
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.clamp(prefix - 8L * i, 0, 8);
            masked[i] &= (byte) (0xFF << (8 - kept));
        }
        return new Ip(masked);
    }

    @Override
    public int compareTo(Ip other) {
        int families = Integer.compare(bytes.length, other.bytes.length);
        return families != 0 ? families : Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ip ip && Arrays.equals(bytes, ip.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In the usual short form. */
    @Override
    public String toString() {
        return family() == 4 ? dotted() : ShortForm.of(bytes);
    }

    private String dotted() {
        return (bytes[0] & 0xFF) + "." + (bytes[1] & 0xFF) + "." + (bytes[2] & 0xFF) + "." + (bytes[3] & 0xFF);
    }
}
