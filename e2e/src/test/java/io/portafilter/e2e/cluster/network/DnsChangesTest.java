package io.portafilter.e2e.cluster.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Pod;
import io.portafilter.e2e.cluster.Cluster;
import io.portafilter.e2e.cluster.ClusterTest;
import io.portafilter.e2e.cluster.Place;
import io.portafilter.e2e.cluster.Release;
import io.portafilter.e2e.cluster.dns.DnsLoad;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The cluster's DNS changes while it is asked fifty times a second: each change is planned, approved, applied and verified. */
@ClusterTest
@Order(51)
class DnsChangesTest {
    private static final String API = "kubernetes.default.svc.cluster.local";
    private static final String CLIENT = "client.example.test";
    private static final String FIRST = "10.89.0.1";
    private static final String SECOND = "10.89.0.2";

    @Test
    void upstreamsStubDomainsRecordsAndTheDomainChangeAndNoQueryIsLost(Release release) {
        Cluster cluster = release.cluster();
        try (Configs configs = Configs.of(cluster);
                Place place = Place.in(cluster);
                Setup setup = Setup.adopted(cluster, "Enforce")) {
            DnsLoad load = DnsLoad.begin(place, List.of(API, CLIENT));
            String kubernetes = load.ask(API, "A").answers().getFirst();

            step(
                    setup,
                    load,
                    cluster,
                    dns -> dns.put("reloadIntervalSeconds", 2).put("reloadJitterSeconds", 1));

            assertThat(load.ask("printer.corp.test", "A").answers()).isEmpty();
            step(setup, load, cluster, dns -> {
                ObjectNode stub = dns.withArray("stubDomains").addObject().put("name", "corp");
                stub.putArray("zones").add("corp.test");
                stub.putObject("upstreams").putArray("servers").add(SECOND);
            });
            load.awaitAddresses("printer.corp.test", "10.89.0.103");

            load.awaitAddresses("upstream.example.test", FIRST);
            step(
                    setup,
                    load,
                    cluster,
                    dns -> dns.withObject("/upstreams").putArray("servers").add(SECOND));
            load.awaitAddresses("upstream.example.test", SECOND);
            load.awaitAddresses("second.example.test", "10.89.0.102");

            step(
                    setup,
                    load,
                    cluster,
                    dns -> dns.withObject("/hosts")
                            .withArray("records")
                            .addObject()
                            .put("ip", "192.0.2.9")
                            .putArray("names")
                            .add("registry.example.test"));
            load.awaitAddresses("registry.example.test", "192.0.2.9");
            load.awaitAddresses("second.example.test", "10.89.0.102");

            step(setup, load, cluster, dns -> dns.putArray("additionalDomains").add("corp.cluster"));
            load.awaitAddresses("kubernetes.default.svc.corp.cluster", kubernetes);

            step(setup, load, cluster, dns -> {
                dns.put("clusterDomain", "corp.cluster");
                dns.putArray("additionalDomains").add("cluster.local");
            });
            load.awaitAddresses("kubernetes.default.svc.corp.cluster", kubernetes);
            load.awaitAddresses(API, kubernetes);

            load.assertNothingLost();
            System.out.println("six changes of the cluster's DNS: " + load.counts());
            assertThat(configs.corefile()).contains("corp.test", "192.0.2.9", "corp.cluster");
        }
    }

    /** One change, all the way; no replica may be left behind, and what was there before is kept. */
    private static void step(Setup setup, DnsLoad load, Cluster cluster, Consumer<ObjectNode> change) {
        Set<String> before = versions(cluster, load);
        setup.change(spec -> change.accept(spec.withObject("/dns")));
        setup.carryOut();
        Status status = setup.await(
                seen -> seen.condition("DNSReady").startsWith("True")
                        && seen.json().at("/dns/replicas/current").asInt() == 2,
                "two replicas that have loaded it");
        assertThat(versions(cluster, load))
                .hasSize(1)
                .doesNotContainAnyElementsOf(before)
                .first()
                .asString()
                .startsWith("portafilter-");
        assertThat(cluster.client()
                        .configMaps()
                        .inNamespace(namespace(status))
                        .withName(name(status))
                        .require()
                        .getImmutable())
                .isTrue();
        load.assertNothingLost();
    }

    /** What the replicas of the DNS say that they serve. */
    private static Set<String> versions(Cluster cluster, DnsLoad load) {
        List<Pod> replicas = cluster.pods("kube-system", "coredns");
        assertThat(replicas).hasSize(2);
        return replicas.stream()
                .map(pod -> load.version(pod.getStatus().getPodIP()))
                .map(version -> Optional.of(version)
                        .filter(any -> !any.isEmpty())
                        .map(List::getFirst)
                        .orElse("nothing"))
                .collect(Collectors.toSet());
    }

    private static String namespace(Status status) {
        return status.backup().split("/", 2)[0];
    }

    private static String name(Status status) {
        return status.backup().split("/", 2)[1];
    }
}
