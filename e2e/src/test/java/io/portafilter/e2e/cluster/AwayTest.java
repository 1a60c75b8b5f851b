package io.portafilter.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.e2e.product.Manifests;
import io.portafilter.e2e.wire.Connection;
import io.portafilter.e2e.wire.Heard;
import java.io.IOException;
import java.net.InetSocketAddress;
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
                answers(address);
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
        answers(address);
        release.cluster().awaitRollout(release.namespace(), release.proxy());
    }

    /** Returns when the proxy at this address serves the shop; that it was down before is the kill's business. */
    private static void answers(String address) {
        Cluster.patiently()
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> assertThat(status(address, Shop.HOST)).isEqualTo(200));
    }

    private static void changesArriveAgain(Release release) {
        try (Place place = Place.in(release.cluster())) {
            place.ingress("later", Map.of(), List.of(Manifests.rule("later.example", "Prefix", "/", "nobody", 80)));
            for (String address : release.proxyAddresses()) {
                // a host that is known answers 503 when nobody is behind it, any other 404
                Cluster.patiently()
                        .untilAsserted(() ->
                                assertThat(status(address, "later.example")).isEqualTo(503));
            }
        }
    }

    private static int status(String address, String host) throws IOException {
        try (Connection connection = Connection.open(new InetSocketAddress(address, 80))) {
            connection.send("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
            return connection.receive("GET") instanceof Heard.Reply reply ? reply.status() : 0;
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
