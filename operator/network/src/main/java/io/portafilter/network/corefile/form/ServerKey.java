package io.portafilter.network.corefile.form;

import java.util.List;

/**
 * What a server block answers for.
 *
 * @param transport {@code dns}, {@code tls}, …
 * @param zone normal: lower case, a dot at the end
 * @param port as text; the transport's own where none is written
 */
public record ServerKey(String transport, String zone, String port) {
    /**
     * A key of a server block.
     *
     * @param keys what it stands for: one for a zone, several for a network; empty where it was refused
     * @param error CoreDNS's own words; empty where there is none
     */
    public record Parsed(List<ServerKey> keys, String error) {
        /** Copies the list. */
        public Parsed {
            keys = List.copyOf(keys);
        }
    }

    /** Reads a key as CoreDNS does when it inspects server blocks. */
    public static Parsed parse(String text) {
        Transport transport = Transport.of(text);
        Zones zones = Zones.split(transport.rest());
        for (String host : zones.hosts()) {
            String error = Zones.split(DomainName.normal(host)).error();
            if (!error.isEmpty()) {
                return new Parsed(List.of(), error);
            }
        }
        String port = zones.port().isEmpty() ? transport.port() : zones.port();
        return new Parsed(
                zones.hosts().stream()
                        .map(host -> new ServerKey(transport.name(), DomainName.normal(host), port))
                        .toList(),
                zones.error());
    }

    /** {@code dns://example.org.:53}, as CoreDNS prints it. */
    @Override
    public String toString() {
        return transport + "://" + zone + ":" + port;
    }

    /** {@code example.org:53}, as people write it. */
    public String display() {
        String prefix = transport.equals("dns") ? "" : transport + "://";
        return prefix + DomainName.display(zone) + ":" + port;
    }
}
