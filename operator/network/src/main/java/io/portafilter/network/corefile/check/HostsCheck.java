package io.portafilter.network.corefile.check;

import io.portafilter.network.corefile.form.Address;
import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.form.ZoneSet;
import io.portafilter.network.corefile.plugin.Forward;
import io.portafilter.network.corefile.plugin.Hosts;
import io.portafilter.network.corefile.plugin.Kubernetes;
import io.portafilter.network.corefile.plugin.PluginOption;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import java.util.List;
import java.util.function.Consumer;

/** What CoreDNS silently makes of hosts blocks. */
final class HostsCheck implements Check {
    @Override
    public void check(List<Server> servers, CoreDns coreDns, Consumer<Problem> problems) {
        for (Server server : servers) {
            for (Hosts hosts : server.plugins().all(Hosts.class)) {
                ZoneSet own = ZoneSet.of(hosts.zones());
                ZoneSet cluster = ZoneSet.of(server.clusterDomains());
                hosts.inline().forEach(line -> line(server, own, cluster, line, problems));
                fallThrough(server, hosts, problems);
                ownFile(server, hosts, problems);
            }
        }
    }

    private static void line(
            Server server, ZoneSet own, ZoneSet cluster, PluginOption line, Consumer<Problem> problems) {
        int zone = line.name().indexOf('%');
        String address = zone < 0 ? line.name() : line.name().substring(0, zone);
        if (Address.parse(address).isEmpty()) {
            boolean meant = address.contains(".")
                    || address.contains(":")
                    || !line.arguments().isEmpty();
            problems.accept(server.problem(
                    Rule.HOSTS_TYPO,
                    line.line(),
                    "hosts",
                    line.text(),
                    "\"" + line.name() + "\" is neither an option nor an address; CoreDNS silently drops the line",
                    meant
                            ? "Write an IP address and names, such as 10.0.0.1 db.example.org"
                            : "Write fallthrough, no_reverse, ttl or reload, or remove the line"));
            return;
        }
        if (line.arguments().isEmpty()) {
            problems.accept(server.problem(
                    Rule.HOSTS_TYPO,
                    line.line(),
                    "hosts",
                    line.text(),
                    "an address without a name; CoreDNS silently drops the line",
                    "Write the names behind the address"));
        }
        for (String name : line.arguments()) {
            String normal = DomainName.normal(name);
            if (own.covering(normal).isEmpty()) {
                problems.accept(server.problem(
                        Rule.HOSTS_OUTSIDE_ZONES,
                        line.line(),
                        "hosts",
                        name,
                        "this record is never served: the plugin answers only for " + own,
                        "Move it to the server block of its zone, or add the zone"));
            }
            cluster.covering(normal)
                    .ifPresent(domain -> problems.accept(server.problem(
                            Rule.HOSTS_CLUSTER_NAME,
                            line.line(),
                            "hosts",
                            name,
                            "this record hides what the cluster itself says about the name",
                            "Use a name outside " + DomainName.display(domain))));
        }
    }

    private static void fallThrough(Server server, Hosts hosts, Consumer<Problem> problems) {
        boolean others = !server.plugins().all(Kubernetes.class).isEmpty()
                || !server.plugins().all(Forward.class).isEmpty();
        if (hosts.fallThrough().isEmpty() && hosts.arguments().isEmpty() && others) {
            problems.accept(server.problem(
                    Rule.HOSTS_WITHOUT_FALLTHROUGH,
                    hosts.line(),
                    "hosts",
                    "",
                    "without fallthrough every name that is not listed gets SERVFAIL, the cluster's own names included",
                    "Add a line fallthrough, the last one in the block"));
        }
    }

    private static void ownFile(Server server, Hosts hosts, Consumer<Problem> problems) {
        if (hosts.file().isEmpty() && !hosts.inline().isEmpty()) {
            problems.accept(server.problem(
                    Rule.HOSTS_OWN_FILE,
                    hosts.line(),
                    "hosts",
                    "",
                    "without a file the records of the pod's own /etc/hosts are served too",
                    "Write hosts /dev/null"));
        }
    }
}
