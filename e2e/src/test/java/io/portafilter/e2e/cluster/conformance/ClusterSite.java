package io.portafilter.e2e.cluster.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.portafilter.e2e.cluster.Cluster;
import io.portafilter.e2e.cluster.Echo;
import io.portafilter.e2e.cluster.Following;
import io.portafilter.e2e.conformance.IngressBackend;
import io.portafilter.e2e.conformance.Site;
import io.portafilter.e2e.product.Manifests;
import io.portafilter.e2e.product.Yaml;
import io.portafilter.e2e.wire.Connection;
import io.portafilter.e2e.wire.Heard;
import io.portafilter.e2e.wire.TestCertificate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A namespace of the cluster; requests go to the address in the Ingress's status, as the suite's own runner sends them. */
final class ClusterSite implements Site {
    private static final String CLASS = "nginx";

    private final Cluster cluster;
    private final String namespace;
    private String ingress = "";
    private boolean following;

    private ClusterSite(Cluster cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    static ClusterSite open(String namespace) {
        Cluster cluster = Cluster.connect();
        cluster.namespace(namespace);
        return new ClusterSite(cluster, namespace);
    }

    @Override
    public InetSocketAddress http() {
        return address(80);
    }

    @Override
    public InetSocketAddress https() {
        return address(443);
    }

    /** The suite's runner looks at the status every five seconds; by then proxies follow. We wait for just that. */
    private InetSocketAddress address(int port) {
        if (!following) {
            Following.await(cluster, namespace, ingress);
            following = true;
        }
        return new InetSocketAddress(exposed().orElseThrow(), port);
    }

    @Override
    public void certificate(String secret, String host) {
        cluster.create(Manifests.tlsSecret(namespace, secret, TestCertificate.rsa(List.of(host))));
    }

    @Override
    public void ingress(Map<String, Object> manifest) {
        ingress = Yaml.text(Yaml.map(manifest, "metadata"), "name").orElseThrow();
        Map<String, Object> spec = Yaml.map(manifest, "spec");
        List<IngressBackend> backends = IngressBackend.all(spec);
        for (IngressBackend backend : backends) {
            Map<String, Integer> port = Map.of(backend.portName(), backend.port());
            Echo.create(cluster, namespace, deployment(backend.service()), backend.service(), ingress, 1, port);
        }
        backends.forEach(backend -> awaitEndpoints(backend.service(), 1));
        spec.putIfAbsent("ingressClassName", CLASS);
        cluster.create(Manifests.ingress(namespace, ingress, Map.of(), spec));
    }

    /** The suite's runner waits a minute after this; we wait until each pod has answered once. */
    @Override
    public void scale(String service, int pods) {
        cluster.scale(namespace, deployment(service), pods);
        awaitEndpoints(service, pods);
        Set<String> seen = new HashSet<>();
        Cluster.patiently().untilAsserted(() -> {
            pod().ifPresent(seen::add);
            assertThat(seen).hasSize(pods);
        });
    }

    @Override
    public Optional<String> exposed() {
        return exposed(ingress);
    }

    /** When an Ingress of ours that was created later has its address, there is nothing more to come for this one. */
    @Override
    public Optional<String> finallyExposed() {
        Map<String, Object> rule = Manifests.rule("later.example", "Prefix", "/", "nobody", 80);
        Map<String, Object> spec = Map.of("ingressClassName", CLASS, "rules", List.of(rule));
        cluster.create(Manifests.ingress(namespace, "later", Map.of(), spec));
        Cluster.patiently().until(() -> exposed("later").isPresent());
        return exposed();
    }

    private Optional<String> exposed(String name) {
        Ingress now = cluster.client()
                .network()
                .v1()
                .ingresses()
                .inNamespace(namespace)
                .withName(name)
                .require();
        return now.getStatus().getLoadBalancer().getIngress().stream()
                .findFirst()
                .map(each -> Optional.ofNullable(each.getIp()).orElseGet(each::getHostname));
    }

    private String deployment(String service) {
        return ingress + "-" + service;
    }

    private void awaitEndpoints(String service, int count) {
        Cluster.patiently().untilAsserted(() -> assertThat(ready(service)).isEqualTo(count));
    }

    private long ready(String service) {
        return cluster
                .client()
                .discovery()
                .v1()
                .endpointSlices()
                .inNamespace(namespace)
                .withLabel("kubernetes.io/service-name", service)
                .list()
                .getItems()
                .stream()
                .filter(slice -> slice.getEndpoints() != null) // as the API server writes an empty list
                .flatMap(slice -> slice.getEndpoints().stream())
                .filter(endpoint -> Boolean.TRUE.equals(endpoint.getConditions().getReady()))
                .count();
    }

    /** Who answers now; nobody, while the change is under way. */
    private Optional<String> pod() throws IOException {
        try (Connection connection = Connection.open(http())) {
            connection.send("GET / HTTP/1.1\r\nHost: " + ingress + "\r\n\r\n");
            return connection.receive("GET") instanceof Heard.Reply reply && reply.status() == 200
                    ? Optional.of(
                            new JsonMapper().readTree(reply.body()).get("pod").asText())
                    : Optional.empty();
        }
    }

    @Override
    public void close() {
        cluster.client().network().v1().ingresses().inNamespace(namespace).delete();
        cluster.client().namespaces().withName(namespace).delete();
        cluster.close();
    }
}
