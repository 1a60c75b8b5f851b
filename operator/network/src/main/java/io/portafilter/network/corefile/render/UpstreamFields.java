package io.portafilter.network.corefile.render;

import io.portafilter.network.corefile.form.Address;
import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.plugin.Upstreams;
import io.portafilter.network.corefile.settings.UpstreamSettings;

/** Whether upstreams can be asked. */
final class UpstreamFields {
    private static final int MOST = 15;

    private UpstreamFields() {}

    static void check(Fields fields, String field, UpstreamSettings upstreams) {
        if (upstreams.servers().isEmpty()) {
            fields.refuse(field + ".servers", "", "nobody is there to be asked", "Name at least one server");
        }
        fields.most(field + ".servers", upstreams.servers().size(), MOST);
        upstreams.maxConcurrent().ifPresent(most -> fields.range(field + ".maxConcurrent", most, 0, Integer.MAX_VALUE));
        upstreams.servers().forEach(server -> server(fields, field + ".servers", server, upstreams));
        upstreams.tls().ifPresent(tls -> {
            if (!DomainName.isValid(tls.serverName())) {
                fields.refuse(
                        field + ".tls.serverName",
                        tls.serverName(),
                        "without the name in the servers' certificate nobody knows whom one asks",
                        "Write the name, such as dns.quad9.net");
            }
        });
    }

    private static void server(Fields fields, String field, String server, UpstreamSettings upstreams) {
        Upstreams.Upstream upstream = Upstreams.of(server);
        boolean transport = server.contains("://");
        if (transport
                || upstream.kind() == Upstreams.Kind.NOTHING
                || !upstream.serverName().isEmpty()) {
            fields.refuse(
                    field,
                    server,
                    "neither an address nor a file nor a name",
                    "Write an address such as 10.0.0.53 or [fd00::53]:5353; for TLS set tls");
        }
        if (upstream.kind() == Upstreams.Kind.FILE && upstreams.tls().isPresent()) {
            fields.refuse(field, server, "the servers of a file cannot be asked over TLS", "Write their addresses");
        }
        boolean loopback = Address.parse(upstream.host())
                .filter(address -> address.isLoopback() || address.isUnspecified())
                .isPresent();
        if (loopback) {
            fields.refuse(
                    field,
                    server,
                    "in CoreDNS's pod this address is CoreDNS itself, so queries go round until they fail",
                    "Name the servers behind it: on nodes with systemd-resolved those in /run/systemd/resolve/resolv.conf");
        }
    }
}
