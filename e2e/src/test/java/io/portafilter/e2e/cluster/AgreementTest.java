package io.portafilter.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.e2e.product.Manifests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Replicas of the operator that see the same cluster publish the same bytes. */
@ClusterTest
@Order(40)
class AgreementTest {
    private static final String LIMIT = "nginx.ingress.kubernetes.io/limit-rps";

    @Test
    void ofTwoReplicasTheBytesAreTheSame(Release release) {
        try (Shop shop = Shop.open(release)) {
            shop.traffic().close();
            agree(release, "shop.example");
        }
    }

    /** The new replica has never seen the text that the other still serves. */
    @Test
    void alsoWhenOneWasRestartedWhileAnIngressIsInvalid(Release release) {
        Cluster cluster = release.cluster();
        try (Place place = Place.in(cluster);
                WithoutWebhook nobodyAsks = WithoutWebhook.of(release)) {
            assertThat(nobodyAsks.configurations()).isNotEmpty();
            place.ingress(
                    "shop", Map.of(LIMIT, "7"), List.of(Manifests.rule("good.example", "Prefix", "/", "nobody", 80)));
            place.address("shop");
            agree(release, "good.example");
            place.edit("shop", ingress -> {
                ingress.getMetadata().getAnnotations().put(LIMIT, "many");
                ingress.getSpec().getRules().getFirst().setHost("bad.example");
                return ingress;
            });
            agree(release, "good.example");
            String pod = cluster.pods(release.namespace(), release.operator())
                    .getFirst()
                    .getMetadata()
                    .getName();
            cluster.client()
                    .pods()
                    .inNamespace(release.namespace())
                    .withName(pod)
                    .delete();
            cluster.awaitRollout(release.namespace(), release.operator());
            agree(release, "good.example");
        }
    }

    private static void agree(Release release, String host) {
        Cluster.patiently().untilAsserted(() -> {
            List<List<String>> published = Published.byReplica(release);
            assertThat(published).hasSize(2);
            assertThat(published.getFirst()).anyMatch(line -> line.contains(host));
            assertThat(published.get(1)).isEqualTo(published.getFirst());
        });
    }
}
