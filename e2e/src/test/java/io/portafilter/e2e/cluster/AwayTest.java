package io.portafilter.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.e2e.product.Manifests;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The proxies while those who tell them what to do are away. */
@ClusterTest
@Order(30)
class AwayTest {
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    @Test
    void withoutAnOperatorTrafficGoesOnAndARestartedProxyServesTheLastGoodState(Release release) {
        Cluster cluster = release.cluster();
        cluster.mayBeHarmed();
        try (Shop shop = Shop.open(release)) {
            cluster.scale(release.namespace(), release.operator(), 0);
            try {
                shop.traffic().goOn();
                shop.traffic().close();
                assertThat(shop.traffic().tally().told()).isEmpty();
                restartOneProxy(release);
            } finally {
                cluster.scale(release.namespace(), release.operator(), 2);
            }
            changesArriveAgain(release);
        }
    }

    @Test
    void withoutTheApiServerTrafficGoesOnAndARestartedProxyServesTheLastGoodState(Release release) {
        Cluster cluster = release.cluster();
        cluster.mayBeHarmed();
        try (Shop shop = Shop.open(release)) {
            String proxy = proxy(release);
            String address = addressOf(release, proxy);
            Command.script("component", "stop", "kube-apiserver");
            try {
                shop.traffic().goOnFor(TWO_MINUTES);
                shop.traffic().close();
                assertThat(shop.traffic().tally().told()).isEmpty();
                Command.script("kill-container", release.namespace(), proxy, "controller");
                Asked.until200(address, Shop.HOST);
            } finally {
                Command.script("component", "start", "kube-apiserver");
            }
            cluster.awaitApi();
            cluster.awaitRollout(release.namespace(), release.operator());
            changesArriveAgain(release);
        }
    }

    private static void restartOneProxy(Release release) {
        String pod = proxy(release);
        String address = addressOf(release, pod);
        Command.script("kill-container", release.namespace(), pod, "controller");
        Asked.until200(address, Shop.HOST);
        release.cluster().awaitRollout(release.namespace(), release.proxy());
    }

    private static void changesArriveAgain(Release release) {
        try (Place place = Place.in(release.cluster())) {
            place.ingress("later", Map.of(), List.of(Manifests.rule("later.example", "Prefix", "/", "nobody", 80)));
            for (String address : release.proxyAddresses()) {
                // a host that is known answers 503 when nobody is behind it, any other 404
                Cluster.patiently()
                        .untilAsserted(() -> assertThat(Asked.status(address, "later.example"))
                                .isEqualTo(503));
            }
        }
    }

    private static String proxy(Release release) {
        return release.cluster()
                .pods(release.namespace(), release.proxy())
                .getFirst()
                .getMetadata()
                .getName();
    }

    private static String addressOf(Release release, String pod) {
        return release.cluster()
                .client()
                .pods()
                .inNamespace(release.namespace())
                .withName(pod)
                .require()
                .getStatus()
                .getPodIP();
    }
}
