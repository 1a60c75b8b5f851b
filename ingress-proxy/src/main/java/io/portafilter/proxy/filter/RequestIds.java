package io.portafilter.proxy.filter;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of requests that came without one: 32 hexadecimal digits. They tell requests apart; they are no secret. */
final class RequestIds {
    private static final HexFormat HEX = HexFormat.of();

    private RequestIds() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
    }
}
