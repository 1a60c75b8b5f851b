package io.portafilter.network.corefile.check;

import io.portafilter.network.corefile.form.Address;
import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.form.HostPort;
import io.portafilter.network.corefile.form.Transport;
import io.portafilter.network.corefile.plugin.Forward;
import io.portafilter.network.corefile.plugin.Upstreams;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import java.util.List;
import java.util.function.Consumer;

/** Whether what is forwarded gets where it should. */
final class ForwardCheck implements Check {
    private static final String SERVICE_PORT = "53";

    @Override
    public void check(List<Server> servers, CoreDns coreDns, Consumer<Problem> problems) {
        for (Server server : servers) {
            List<Forward> forwards = server.plugins().all(Forward.class);
            for (int i = 0; i < forwards.size(); i++) {
                Forward forward = forwards.get(i);
                from(server, forward, problems);
                forward.to().forEach(to -> upstream(server, forward, to, coreDns, problems));
                forwards.subList(0, i).stream()
                        .filter(earlier -> hides(earlier, forward))
                        .findFirst()
                        .ifPresent(earlier -> problems.accept(server.problem(
                                Rule.FORWARD_UNREACHABLE,
                                forward.line(),
                                "forward",
                                forward.from(),
                                "it is never reached: forward " + earlier.from() + " in line " + earlier.line()
                                        + " comes first",
                                "Move it above line " + earlier.line() + ", or remove it")));
            }
        }
    }

    private static boolean hides(Forward earlier, Forward later) {
        return DomainName.covers(earlier.zones().getFirst(), later.zones().getFirst())
                && List.of("next", "next_on_nodata", "except").stream()
                        .noneMatch(name -> earlier.option(name).isPresent());
    }

    private static void from(Server server, Forward forward, Consumer<Problem> problems) {
        if (KeysCheck.likeAddress(forward.from())) {
            problems.accept(server.problem(
                    Rule.ADDRESS_WITHOUT_MASK,
                    forward.line(),
                    "forward",
                    forward.from(),
                    "CoreDNS takes this as a name, not as a network",
                    "Write . for every name, or the network with its mask"));
        }
        if (forward.zones().size() > 1) {
            problems.accept(server.problem(
                    Rule.FORWARD_FIRST_ZONE_ONLY,
                    forward.line(),
                    "forward",
                    forward.from(),
                    "this network is " + forward.zones().size() + " reverse zones, of which CoreDNS forwards only "
                            + DomainName.display(forward.zones().getFirst()),
                    "Write one forward for each zone, or put the network before the braces of a server block"));
        }
    }

    private static void upstream(
            Server server, Forward forward, String to, CoreDns coreDns, Consumer<Problem> problems) {
        Upstreams.Upstream upstream = Upstreams.of(to);
        Transport transport = Transport.of(to);
        String port = HostPort.parse(transport.rest()).map(HostPort::port).orElse(transport.port());
        boolean own = server.keys().stream().anyMatch(key -> key.port().equals(port));
        boolean self = Address.parse(upstream.host())
                .filter(address -> address.isLoopback() || address.isUnspecified())
                .isPresent();
        if (self && own) {
            problems.accept(
                    server.problem(
                            Rule.FORWARD_LOOPBACK,
                            forward.line(),
                            "forward",
                            to,
                            "in CoreDNS's pod this address is CoreDNS itself, so queries go round until they fail",
                            "Name the servers behind it: on nodes with systemd-resolved those in /run/systemd/resolve/resolv.conf"));
        }
        if (coreDns.addresses().contains(upstream.host()) && port.equals(SERVICE_PORT)) {
            problems.accept(server.problem(
                    Rule.FORWARD_LOOPBACK,
                    forward.line(),
                    "forward",
                    to,
                    "this is the address of CoreDNS's own Service, so queries go round until they fail",
                    "Name servers outside of the cluster, or /etc/resolv.conf"));
        }
        boolean named = !upstream.serverName().isEmpty()
                || forward.option("tls_servername").isPresent();
        if (upstream.transport().equals("tls") && !named) {
            problems.accept(server.problem(
                    Rule.FORWARD_UNVERIFIED,
                    forward.line(),
                    "forward",
                    to,
                    "without a server name the certificate is compared with the bare address",
                    "Add tls_servername NAME"));
        }
    }
}
