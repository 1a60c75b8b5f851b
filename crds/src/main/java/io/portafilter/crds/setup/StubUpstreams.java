package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import java.util.List;
import java.util.Optional;

/**
 * Servers of a stub domain.
 *
 * @param servers an address, an address and a port, or /etc/resolv.conf for the node's own.
 * @param policy in which order they are asked; Default leaves it to CoreDNS, which takes Random.
 * @param maxConcurrent queries in flight before further ones are refused; 0 is no limit.
 * @param transport how they are asked.
 * @param tls asked over TLS.
 */
public record StubUpstreams(
        @Field(
                value = "An address, an address and a port, or /etc/resolv.conf for the node's own.",
                required = true,
                minItems = 1,
                maxItems = 15)
        List<String> servers,

        @Field(
                value = "In which order they are asked; Default leaves it to CoreDNS, which takes Random.",
                preset = "Default")
        UpstreamSpec.Policy policy,

        @Field(
                value = "Queries in flight before further ones are refused; 0 is no limit.",
                preset = "0",
                min = 0,
                max = 1000000)
        int maxConcurrent,

        @Field(value = "How they are asked.", preset = "Auto")
        UpstreamSpec.Transport transport,

        @Field("Asked over TLS.") Optional<TlsSpec> tls) {
    /** Copies the lists. */
    public StubUpstreams {
        servers = List.copyOf(servers);
    }
}
