package io.portafilter.contract;

import java.util.Comparator;

/**
 * One address that answers for a Service.
 *
 * @param host an IP literal (IPv6 without brackets), or a DNS name that the proxy resolves (ExternalName)
 * @param port 1 to 65535
 */
public record Endpoint(String host, int port) implements Comparable<Endpoint> {
    private static final Comparator<Endpoint> ORDER =
            Comparator.comparing(Endpoint::host).thenComparingInt(Endpoint::port);

    /** Checks the port. */
    public Endpoint {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port out of 1 to 65535: " + port);
        }
    }

    @Override
    public int compareTo(Endpoint other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }
}
