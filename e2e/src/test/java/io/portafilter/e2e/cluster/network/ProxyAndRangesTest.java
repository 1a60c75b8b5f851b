package io.portafilter.e2e.cluster.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.portafilter.e2e.cluster.Cluster;
import io.portafilter.e2e.cluster.ClusterTest;
import io.portafilter.e2e.cluster.Echo;
import io.portafilter.e2e.cluster.Place;
import io.portafilter.e2e.cluster.Release;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** kube-proxy does its work in another way, and Services get another range. */
@ClusterTest
@Order(53)
class ProxyAndRangesTest {
    private static final String RANGE = "10.97.0.0/24";
    private static final String ADDRESS = "10.97.0.7";

    @Test
    void kubeProxyChangesItsModeAndServicesAnswerAfterIt(Release release) {
        Cluster cluster = release.cluster();
        Daemons daemons = new Daemons(cluster);
        try (Configs configs = Configs.of(cluster);
                Place place = Place.in(cluster);
                Setup setup = Setup.adopted(cluster, "Enforce")) {
            setup.change(spec -> spec.withObject("/kubeProxy").put("mode", "IPTables"));
            setup.planned();
            assertThat(setup.status().objects())
                    .containsExactly("ConfigMap kube-system/kube-proxy", "DaemonSet kube-system/kube-proxy");
            setup.carryOut();
            assertThat(configs.text("kube-proxy", "config.conf")).contains("mode: \"iptables\"");
            assertThat(daemons.logs("kube-system", "kube-proxy"))
                    .hasSize(1)
                    .allMatch(log -> log.contains("Using iptables Proxier"));
            setup.await(seen -> seen.condition("KubeProxyReady").startsWith("True"), "a kube-proxy that is ready");

            answers(cluster, place, "web", "");
        }
    }

    @Test
    void aServiceGetsAnAddressOfAFurtherRangeAndAnswersThere(Release release) {
        Cluster cluster = release.cluster();
        try (Setup setup = Setup.adopted(cluster, "Enforce");
                Place place = Place.in(cluster)) {
            setup.change(spec -> spec.withObject("/services")
                    .withArray("additional")
                    .addObject()
                    .put("name", "extra")
                    .putArray("cidrs")
                    .add(RANGE));
            setup.carryOut();
            answers(cluster, place, "extra", ADDRESS);
            place.deleteService("extra");

            setup.change(spec -> spec.withObject("/services").remove("additional"));
            setup.carryOut();
            Cluster.patiently()
                    .until(() -> cluster.client()
                                    .genericKubernetesResources("networking.k8s.io/v1", "ServiceCIDR")
                                    .withName("extra")
                                    .get()
                            == null);
        }
    }

    /** Creates a pod and a Service of its own, with this address if any, and returns when one pod reaches the other through it. */
    private static void answers(Cluster cluster, Place place, String service, String address) {
        Echo.create(cluster, place.name(), "asker", 1);
        cluster.awaitRollout(place.name(), "asker");
        String spec = "selector: {app: asker}, ports: [{port: 80, targetPort: 3000}]"
                + (address.isEmpty() ? "" : ", clusterIP: " + address);
        // the API server that says that a range is ready may not be the one that is asked for an address of it
        Cluster.patiently()
                .ignoreExceptionsInstanceOf(KubernetesClientException.class)
                .until(() -> {
                    cluster.create("""
                        apiVersion: v1
                        kind: Service
                        metadata: {name: %s, namespace: %s}
                        spec: {%s}
                        """.formatted(service, place.name(), spec));
                    return true;
                });
        String host = service + "." + place.name() + ".svc.cluster.local";
        Cluster.patiently()
                .untilAsserted(() -> assertThat(place.exec("asker", "/echo", "get", "http://" + host + "/")
                                .printed())
                        .contains("\"pod\":\"asker-"));
        if (!address.isEmpty()) {
            assertThat(place.exec("asker", "/echo", "resolve", host).printed().strip())
                    .isEqualTo(address);
        }
    }
}
