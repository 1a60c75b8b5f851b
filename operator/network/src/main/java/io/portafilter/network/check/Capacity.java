package io.portafilter.network.check;

import io.portafilter.crds.net.Cidr;
import java.math.BigInteger;

/** How many addresses of a range can be given away. */
public final class Capacity {
    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private Capacity() {}

    /** Of a Service range: all but the first and, for IPv4, the last. */
    public static BigInteger ofServices(Cidr range) {
        return range.size().subtract(range.family() == 4 ? TWO : BigInteger.ONE).max(BigInteger.ZERO);
    }

    /** Of a node's range: not the first, not the gateway and, for IPv4, not the last. */
    public static BigInteger ofPods(Cidr range) {
        return range.size().subtract(range.family() == 4 ? THREE : TWO).max(BigInteger.ZERO);
    }

    /** The part of a Service range that is kept for addresses that somebody asks for by number. */
    public static BigInteger staticBand(Cidr range) {
        BigInteger sixteen = BigInteger.valueOf(16);
        return range.size().divide(sixteen).max(sixteen).min(BigInteger.valueOf(256));
    }
}
