package io.portafilter.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.e2e.product.Manifests;
import io.portafilter.e2e.wire.Connection;
import io.portafilter.e2e.wire.Heard;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a platform team and an application team see first. */
@ClusterTest
@Order(1)
class InstallationTest {
    @Test
    void anIngressWithTwoServicesAnswersThroughTheProxysService(Release release) throws IOException {
        try (Place place = Place.in(release.cluster())) {
            Echo.create(release.cluster(), place.name(), "web", 1);
            Echo.create(release.cluster(), place.name(), "api", 1);
            release.cluster().awaitRollout(place.name(), "web");
            release.cluster().awaitRollout(place.name(), "api");
            Map<String, Object> rule = Manifests.rule("shop.example", "Prefix", "/", "web", 80);
            Map<String, Object> other = Manifests.rule("shop.example", "Prefix", "/api", "api", 80);
            place.ingress("shop", Map.of(), List.of(rule, other));

            String address = place.address("shop");
            assertThat(address).isEqualTo(release.address());
            Following.await(release.cluster(), place.name(), "shop");
            assertThat(ask(address, "/")).contains("\"pod\":\"web-");
            assertThat(ask(address, "/api/orders")).contains("\"pod\":\"api-", "\"path\":\"/api/orders\"");
        }
    }

    @Test
    void aServicesNameResolvesInAPod(Release release) {
        try (Place place = Place.in(release.cluster())) {
            Echo.create(release.cluster(), place.name(), "web", 1);
            release.cluster().awaitRollout(place.name(), "web");
            String proxy = release.proxy() + "." + release.namespace() + ".svc.cluster.local";
            assertThat(place.exec("web", "/echo", "resolve", proxy).printed().strip())
                    .isEqualTo(release.cluster()
                            .client()
                            .services()
                            .inNamespace(release.namespace())
                            .withName(release.proxy())
                            .require()
                            .getSpec()
                            .getClusterIP());
        }
    }

    private static String ask(String address, String path) throws IOException {
        try (Connection connection = Connection.open(new InetSocketAddress(address, 80))) {
            connection.send("GET " + path + " HTTP/1.1\r\nHost: shop.example\r\n\r\n");
            Heard.Reply reply = (Heard.Reply) connection.receive("GET");
            assertThat(reply.status()).isEqualTo(200);
            return reply.text();
        }
    }
}
