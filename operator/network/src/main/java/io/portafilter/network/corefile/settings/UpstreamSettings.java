package io.portafilter.network.corefile.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Servers that answer what we do not.
 *
 * @param servers 1 to 15 of: an address, an address and a port, the path of a file like resolv.conf, a host name (CoreDNS 1.14.4)
 * @param policy in which order they are asked; absent is CoreDNS's own default, random
 * @param maxConcurrent queries in flight before further ones are refused; absent is no limit
 * @param transport how they are asked
 * @param tls asked over TLS
 */
public record UpstreamSettings(
        List<String> servers,
        Optional<Policy> policy,
        OptionalInt maxConcurrent,
        Transport transport,
        Optional<TlsSettings> tls) {
    /** In which order servers are asked. */
    public enum Policy {
        RANDOM,
        ROUND_ROBIN,
        SEQUENTIAL
    }

    /** How servers are asked. */
    public enum Transport {
        /** As the client asked us. */
        AUTO,
        /** Always over TCP. */
        TCP,
        /** Over UDP first, even when the client came over TCP. */
        PREFER_UDP
    }

    /** Copies the list. */
    public UpstreamSettings {
        servers = List.copyOf(servers);
    }

    /** The servers of the node, as kubeadm sets up. */
    public static UpstreamSettings node() {
        return new UpstreamSettings(
                List.of("/etc/resolv.conf"), Optional.empty(), OptionalInt.of(1000), Transport.AUTO, Optional.empty());
    }

    /** Plain servers without anything special. */
    public static UpstreamSettings of(String... servers) {
        return new UpstreamSettings(
                List.of(servers), Optional.empty(), OptionalInt.empty(), Transport.AUTO, Optional.empty());
    }

    /** With an order. */
    public UpstreamSettings withPolicy(Policy other) {
        return new UpstreamSettings(servers, Optional.of(other), maxConcurrent, transport, tls);
    }

    /** Asked another way. */
    public UpstreamSettings withTransport(Transport other) {
        return new UpstreamSettings(servers, policy, maxConcurrent, other, tls);
    }

    /** Asked over TLS. */
    public UpstreamSettings withTls(TlsSettings other) {
        return new UpstreamSettings(servers, policy, maxConcurrent, transport, Optional.of(other));
    }
}
