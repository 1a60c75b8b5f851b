package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import io.portafilter.crds.schema.Word;
import java.util.List;
import java.util.Optional;

/**
 * Servers that answer what we do not.
 *
 * @param servers an address, an address and a port, or /etc/resolv.conf for the node's own. An empty list: nobody.
 * @param policy in which order they are asked; Default leaves it to CoreDNS, which takes Random.
 * @param maxConcurrent queries in flight before further ones are refused; 0 is no limit.
 * @param transport how they are asked.
 * @param tls asked over TLS.
 */
public record UpstreamSpec(
        @Field(
                value =
                        "An address, an address and a port, or /etc/resolv.conf for the node's own. An empty list: nobody.",
                preset = "/etc/resolv.conf",
                maxItems = 15)
        List<String> servers,

        @Field(
                value = "In which order they are asked; Default leaves it to CoreDNS, which takes Random.",
                preset = "Default")
        Policy policy,

        @Field(
                value = "Queries in flight before further ones are refused; 0 is no limit.",
                preset = "1000",
                min = 0,
                max = 1000000)
        int maxConcurrent,

        @Field(value = "How they are asked.", preset = "Auto")
        Transport transport,

        @Field("Asked over TLS.") Optional<TlsSpec> tls) {
    /** Copies the lists. */
    public UpstreamSpec {
        servers = List.copyOf(servers);
    }

    /** In which order servers are asked. */
    public enum Policy implements Word {
        /** As CoreDNS does by itself. */
        DEFAULT("Default"),
        /** In any order. */
        RANDOM("Random"),
        /** In turn. */
        ROUND_ROBIN("RoundRobin"),
        /** The next only where the one before does not answer. */
        SEQUENTIAL("Sequential");

        private final String word;

        Policy(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** How servers are asked. */
    public enum Transport implements Word {
        /** As the client asked us. */
        AUTO("Auto"),
        /** Over TCP. */
        TCP("TCP"),
        /** Over UDP first. */
        PREFER_UDP("PreferUDP");

        private final String word;

        Transport(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
