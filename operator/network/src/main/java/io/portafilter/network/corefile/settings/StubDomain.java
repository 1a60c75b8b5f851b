package io.portafilter.network.corefile.settings;

import java.util.List;
import java.util.OptionalInt;

/**
 * A domain that other servers answer for.
 *
 * @param name what people call it
 * @param zones 1 to 8 zones; none may touch a cluster domain
 * @param upstreams who answers
 * @param cacheSeconds how long answers are kept, at least 1; absent: not at all
 * @param errors whether errors are logged
 */
public record StubDomain(
        String name, List<String> zones, UpstreamSettings upstreams, OptionalInt cacheSeconds, boolean errors) {
    /** Copies the list. */
    public StubDomain {
        zones = List.copyOf(zones);
    }

    /** The usual one: errors logged, answers kept for 30 seconds. */
    public static StubDomain of(String zone, String... servers) {
        return new StubDomain(zone, List.of(zone), UpstreamSettings.of(servers), OptionalInt.of(30), true);
    }
}
