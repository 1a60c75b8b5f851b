package io.portafilter.crds.net;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A network, or an address with the length of its network's prefix.
 *
 * @param ip the address; bits behind the prefix may be set
 * @param prefix 0 to 32 or 128
 */
public record Cidr(Ip ip, int prefix) implements Comparable<Cidr> {
    private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");

    /** Nothing where the text is no network. */
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !LENGTH.matcher(text.substring(slash + 1)).matches()) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return Ip.parse(text.substring(0, slash))
                .filter(ip -> prefix <= ip.bits())
                .map(ip -> new Cidr(ip, prefix));
    }

    /** 4 or 6. */
    public int family() {
        return ip.family();
    }

    /** Without bits behind the prefix. */
    public Cidr masked() {
        return new Cidr(ip.masked(prefix), prefix);
    }

    /** Whether no bit behind the prefix is set. */
    public boolean isCanonical() {
        return ip.equals(ip.masked(prefix));
    }

    /** Whether an address lies in it. */
    public boolean contains(Ip other) {
        return other.family() == family() && other.masked(prefix).equals(ip.masked(prefix));
    }

    /** Whether all of another network lies in it. */
    public boolean contains(Cidr other) {
        return other.prefix >= prefix && contains(other.ip);
    }

    /** Whether they share an address. */
    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /** How many addresses it has. */
    public BigInteger size() {
        return BigInteger.TWO.pow(ip.bits() - prefix);
    }

    /** Its last address. */
    public Ip last() {
        return ip.masked(prefix).plus(size().subtract(BigInteger.ONE));
    }

    @Override
    public int compareTo(Cidr other) {
        int ips = ip.compareTo(other.ip);
        return ips != 0 ? ips : Integer.compare(prefix, other.prefix);
    }

    @Override
    public String toString() {
        return ip + "/" + prefix;
    }
}
