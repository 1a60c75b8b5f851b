package io.portafilter.network.corefile.check;

import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.form.ServerKey;
import io.portafilter.network.corefile.plugin.Kubernetes;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import java.util.List;
import java.util.function.Consumer;

/** Whether queries for the cluster's names reach the kubernetes plugin: the longest matching zone gets them, and nothing falls back. */
final class ClusterCheck implements Check {
    @Override
    public void check(List<Server> servers, CoreDns coreDns, Consumer<Problem> problems) {
        for (int i = 0; i < servers.size(); i++) {
            Server server = servers.get(i);
            for (Kubernetes kubernetes : server.plugins().all(Kubernetes.class)) {
                masks(server, kubernetes, problems);
                domain(server, kubernetes, problems);
            }
            for (String domain : server.clusterDomains()) {
                for (int j = 0; j < servers.size(); j++) {
                    if (j != i) {
                        shadows(server, domain, servers.get(j), problems);
                    }
                }
            }
        }
    }

    private static void masks(Server server, Kubernetes kubernetes, Consumer<Problem> problems) {
        for (String zone : kubernetes.arguments()) {
            if (KeysCheck.likeAddress(zone)) {
                problems.accept(server.problem(
                        Rule.ADDRESS_WITHOUT_MASK,
                        kubernetes.line(),
                        "kubernetes",
                        zone,
                        "CoreDNS takes this as a name, not as a network",
                        "Write the network with its mask, such as 10.96.0.0/12"));
            }
        }
    }

    private static void domain(Server server, Kubernetes kubernetes, Consumer<Problem> problems) {
        if (server.clusterDomains().isEmpty()) {
            problems.accept(server.problem(
                    Rule.CLUSTER_WITHOUT_DOMAIN,
                    kubernetes.line(),
                    "kubernetes",
                    String.join(" ", kubernetes.arguments()),
                    "there is no domain of the cluster among its zones, so no Service has a name",
                    "Name the cluster's domain before the reverse zones, such as cluster.local"));
        }
    }

    private static void shadows(Server server, String domain, Server other, Consumer<Problem> problems) {
        for (ServerKey key : other.keys()) {
            boolean below = DomainName.covers(domain, key.zone()) && !key.zone().equals(domain);
            boolean closer = DomainName.covers(key.zone(), domain)
                    && server.keys().stream()
                            .filter(own -> own.port().equals(key.port())
                                    && own.transport().equals(key.transport()))
                            .filter(own -> DomainName.covers(own.zone(), domain))
                            .anyMatch(own -> own.zone().length() < key.zone().length())
                    && server.keys().stream()
                            .noneMatch(own -> own.port().equals(key.port())
                                    && DomainName.covers(own.zone(), domain)
                                    && own.zone().length() > key.zone().length());
            boolean sameListener = server.keys().stream()
                    .anyMatch(own ->
                            own.port().equals(key.port()) && own.transport().equals(key.transport()));
            boolean alsoCluster = other.clusterDomains().stream().anyMatch(zone -> DomainName.covers(zone, key.zone()));
            if ((below || closer) && sameListener && !alsoCluster) {
                problems.accept(other.problem(
                        Rule.ZONE_SHADOWS_CLUSTER,
                        other.block().line(),
                        "server block",
                        key.display(),
                        "this block takes the queries for "
                                + (below ? DomainName.display(key.zone()) : DomainName.display(domain))
                                + " away from the kubernetes plugin in line "
                                + server.block().line()
                                + ", and nothing falls back",
                        "Serve a zone that neither contains " + DomainName.display(domain) + " nor lies in it"));
            }
        }
    }
}
