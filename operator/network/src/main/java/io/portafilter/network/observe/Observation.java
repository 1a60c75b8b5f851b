package io.portafilter.network.observe;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.corefile.check.Server;
import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.parse.CorefileParser;
import java.util.List;
import java.util.Optional;

/**
 * What a cluster says about its network.
 *
 * @param platform who made it
 * @param readings every value with its source, in a fixed order
 * @param dns the DNS
 * @param nodes sorted by name
 * @param services sorted by name
 * @param cni what connects pods
 * @param proxy kube-proxy
 * @param reports what agents found on nodes
 * @param cluster where all of it comes from
 */
public record Observation(
        Platform platform,
        List<Reading> readings,
        Dns dns,
        List<NodeView> nodes,
        List<ServiceView> services,
        CniView cni,
        ProxyView proxy,
        List<NodeReport> reports,
        Cluster cluster) {
    /** Copies the lists. */
    public Observation {
        readings = List.copyOf(readings);
        nodes = List.copyOf(nodes);
        services = List.copyOf(services);
        reports = List.copyOf(reports);
    }

    /** Looks at a cluster. */
    public static Observation of(Cluster cluster) {
        Readings readings = new Readings();
        Dns dns = new DnsFinder(cluster).find();
        ProxyView proxy = ProxyView.of(cluster);
        ControlPlane.read(cluster, readings);
        Distributions.read(cluster, readings);
        Providers.read(cluster, readings);
        proxy.read(readings);
        dns(dns, readings);
        dns.workload()
                .flatMap(id -> cluster.get(id.kind(), id.namespace(), id.name()))
                .ifPresent(workload -> readings.add(
                        Topic.CLUSTER_DOMAIN,
                        Arguments.of(workload).flag("domain").map(DomainName::display),
                        workload,
                        "--domain"));
        return new Observation(
                Platform.of(cluster),
                readings.all().stream().distinct().toList(),
                dns,
                cluster.all("Node").stream().map(NodeView::of).toList(),
                cluster.all("Service").stream().map(ServiceView::of).toList(),
                CniView.of(cluster),
                proxy,
                NodeReport.all(cluster),
                cluster);
    }

    private static void dns(Dns dns, Readings readings) {
        dns.service()
                .ifPresent(service -> readings.add(
                        Topic.DNS_ADDRESS,
                        Optional.of(String.join(",", dns.addresses())),
                        service.toString(),
                        "spec.clusterIP"));
        dns.corefile()
                .ifPresent(text -> CorefileParser.keeping().parse(dns.key(), text).blocks().stream()
                        .map(Server::of)
                        .flatMap(server -> server.clusterDomains().stream())
                        .findFirst()
                        .ifPresent(domain -> readings.add(
                                Topic.CLUSTER_DOMAIN,
                                Optional.of(DomainName.display(domain)),
                                dns.configMap().map(Object::toString).orElse(""),
                                dns.key() + " kubernetes")));
    }

    /** What the sources say about a topic. */
    public List<Reading> about(Topic topic) {
        return readings.stream().filter(reading -> reading.topic() == topic).toList();
    }
}
