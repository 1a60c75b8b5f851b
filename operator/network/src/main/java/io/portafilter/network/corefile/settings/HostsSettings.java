package io.portafilter.network.corefile.settings;

import java.util.List;
import java.util.OptionalInt;

/**
 * Names with fixed addresses.
 *
 * @param ttlSeconds 1 to 65535; absent is CoreDNS's own default, 3600
 * @param records at most 500
 */
public record HostsSettings(OptionalInt ttlSeconds, List<HostsRecord> records) {
    /**
     * One address and its names.
     *
     * @param address IPv4 or IPv6
     * @param names at least one; {@code *.} in front from CoreDNS 1.14.5
     */
    public record HostsRecord(String address, List<String> names) {
        /** Copies the list. */
        public HostsRecord {
            names = List.copyOf(names);
        }

        /** A record. */
        public static HostsRecord of(String address, String... names) {
            return new HostsRecord(address, List.of(names));
        }
    }

    /** Copies the list. */
    public HostsSettings {
        records = List.copyOf(records);
    }

    /** No names. */
    public static HostsSettings none() {
        return new HostsSettings(OptionalInt.empty(), List.of());
    }

    /** Names that clients keep for a minute. */
    public static HostsSettings of(HostsRecord... records) {
        return new HostsSettings(OptionalInt.of(60), List.of(records));
    }
}
