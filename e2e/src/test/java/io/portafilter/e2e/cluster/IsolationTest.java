package io.portafilter.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a proxy, and what a pod that is none of ours, can learn. */
@ClusterTest
@Order(50)
class IsolationTest {
    private static final String OURS = "portafilter";
    private static final String FOREIGN = "default";

    @Test
    void theApiServerDoesNotEvenTakeAProxysToken(Release release) {
        String token = token(release, release.namespace(), release.proxyAccount(), OURS);
        assertThat(readable(release.cluster(), token).values()).containsOnly(401);
    }

    @Test
    void andAProxysAccountMayReadNothing(Release release) {
        String issuer = "https://kubernetes.default.svc.cluster.local";
        String token = token(release, release.namespace(), release.proxyAccount(), issuer);
        assertThat(readable(release.cluster(), token).values()).containsOnly(403);
    }

    @Test
    void noOtherTokenIsMountedIntoAProxy(Release release) {
        release.cluster()
                .pods(release.namespace(), release.proxy())
                .forEach(pod -> assertThat(pod.getSpec().getVolumes().stream()
                                .filter(volume -> volume.getProjected() != null)
                                .flatMap(volume -> volume.getProjected().getSources().stream())
                                .filter(source -> source.getServiceAccountToken() != null)
                                .map(source -> source.getServiceAccountToken().getAudience()))
                        .containsExactly(OURS));
    }

    @Test
    void aForeignPodGetsNothingFromTheStream(Release release) {
        try (Place place = Place.in(release.cluster())) {
            Echo.create(release.cluster(), place.name(), "foreign", 1);
            release.cluster().awaitRollout(place.name(), "foreign");
            String other = "https://kubernetes.default.svc.cluster.local";
            String proxysElsewhere = token(release, release.namespace(), release.proxyAccount(), other);
            String foreignElsewhere = token(release, place.name(), FOREIGN, other);
            String foreign = token(release, place.name(), FOREIGN, OURS);

            refused(release, place, "401");
            refused(release, place, "401", "Authorization: Bearer nonsense");
            refused(release, place, "401", "Authorization: Bearer " + proxysElsewhere);
            refused(release, place, "401", "Authorization: Bearer " + foreignElsewhere);
            refused(release, place, "403", "Authorization: Bearer " + foreign);
        }
    }

    private static void refused(Release release, Place place, String status, String... headers) {
        String url = "https://" + release.operator() + "." + release.namespace() + ".svc:9443/v1/stream";
        String[] command = new String[headers.length + 4];
        List<String> start = List.of("/echo", "get", url, "Portafilter-Contract: 1");
        for (int i = 0; i < command.length; i++) {
            command[i] = i < start.size() ? start.get(i) : headers[i - start.size()];
        }
        Place.Ran ran = place.exec("foreign", command);
        // the status, and one sentence: both of the program's outputs, in any order
        assertThat(ran.printed().lines()).hasSize(2).contains(status);
        assertThat(ran.printed()).doesNotContain("frame");
    }

    /** What each kind's list answers to this token. */
    static Map<String, Integer> readable(Cluster cluster, String token) {
        ConfigBuilder config = new ConfigBuilder(cluster.client().getConfiguration())
                .withClientCertData(null)
                .withClientKeyData(null)
                .withClientCertFile(null)
                .withClientKeyFile(null)
                .withOauthToken(token)
                .withRequestRetryBackoffLimit(0);
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config.build()).build()) {
            Map<String, Integer> answers = AllObjects.answers(cluster.client(), client);
            assertThat(answers).hasSizeGreaterThan(30).containsKeys("Secret.", "Ingress.networking.k8s.io");
            return answers;
        }
    }

    private static String token(Release release, String namespace, String account, String audience) {
        TokenRequest request = new TokenRequestBuilder()
                .withNewSpec()
                .withAudiences(audience)
                .withExpirationSeconds(600L)
                .endSpec()
                .build();
        return release.cluster().token(namespace, account, request);
    }
}
