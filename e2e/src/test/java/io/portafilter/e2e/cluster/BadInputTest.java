package io.portafilter.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.portafilter.e2e.product.Manifests;
import io.portafilter.e2e.wire.Connection;
import io.portafilter.e2e.wire.Heard;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is wrong with one object is told at that object and harms no other. */
@ClusterTest
@Order(60)
class BadInputTest {
    private static final String PREFIX = "nginx.ingress.kubernetes.io/";

    @Test
    void missingThingsAreToldAtTheIngressThatNamesThem(Release release) {
        try (Shop shop = Shop.open(release);
                Place place = Place.in(release.cluster())) {
            place.ingress("service", Map.of(), List.of(Manifests.rule("a.example", "Prefix", "/", "nobody", 80)));
            Echo.create(release.cluster(), place.name(), "web", 1);
            place.ingress("port", Map.of(), List.of(Manifests.rule("b.example", "Prefix", "/", "web", 81)));
            Map<String, Object> tls = Map.of("hosts", List.of("c.example"), "secretName", "none");
            create(place, "secret", Map.of(), Map.of("tls", List.of(tls), "rules", rules("c.example")));

            told(place, "service", "nobody");
            told(place, "port", "81");
            told(place, "secret", "none");
            noHarmDone(release, shop);
        }
    }

    @Test
    void aForeignClassIsNoneOfOurBusiness(Release release) {
        try (Shop shop = Shop.open(release);
                Place place = Place.in(release.cluster())) {
            Map<String, Object> spec = Map.of("ingressClassName", "other", "rules", rules("foreign.example"));
            release.cluster()
                    .create(Manifests.ingress(place.name(), "foreign", Map.of(PREFIX + "limit-rps", "x"), spec));
            noHarmDone(release, shop);
            assertThat(place.exposed("foreign")).isEmpty();
            assertThat(events(place, "foreign")).isEmpty();
        }
    }

    @Test
    void anInvalidAnnotationThatNoWebhookRefusedIsRefusedHere(Release release) throws IOException {
        try (Shop shop = Shop.open(release);
                WithoutWebhook nobodyAsks = WithoutWebhook.of(release);
                Place place = Place.in(release.cluster())) {
            assertThat(nobodyAsks.configurations()).isNotEmpty();
            create(place, "invalid", Map.of(PREFIX + "limit-rps", "many"), Map.of("rules", rules("invalid.example")));
            told(place, "invalid", "limit-rps");
            noHarmDone(release, shop);
            assertThat(status(release, "invalid.example")).isEqualTo(404);
        }
    }

    @Test
    void hugeObjectsAreServedLikeSmallOnes(Release release) {
        try (Shop shop = Shop.open(release);
                Place place = Place.in(release.cluster())) {
            Echo.create(release.cluster(), place.name(), "web", 1);
            create(
                    place,
                    "talkative",
                    Map.of("example.com/note", "x".repeat(200_000)),
                    Map.of("rules", rules("t.example")));
            List<Map<String, Object>> paths = IntStream.range(0, 5_000)
                    .mapToObj(i -> Map.of("path", "/p" + i, "pathType", "Prefix", "backend", web()))
                    .toList();
            Map<String, Object> rule = Map.of("host", "many.example", "http", Map.of("paths", paths));
            create(place, "many", Map.of(), Map.of("rules", List.of(rule)));
            Cluster.patiently()
                    .untilAsserted(
                            () -> assertThat(status(release, "t.example")).isEqualTo(200));
            Cluster.patiently()
                    .untilAsserted(() -> assertThat(status(release, "many.example", "/p4999"))
                            .isEqualTo(200));
            noHarmDone(release, shop);
        }
    }

    /** A new one each time: what occurs twice would become an alias in YAML. */
    private static Map<String, Object> web() {
        return Map.of("service", Map.of("name", "web", "port", Map.of("number", 80)));
    }

    private static List<Map<String, Object>> rules(String host) {
        return List.of(Manifests.rule(host, "Prefix", "/", "web", 80));
    }

    private static void create(Place place, String name, Map<String, String> annotations, Map<String, ?> spec) {
        Map<String, Object> ours = new LinkedHashMap<>(spec);
        ours.put("ingressClassName", "nginx");
        place.cluster().create(Manifests.ingress(place.name(), name, annotations, ours));
    }

    /** An Event at this Ingress names the culprit. */
    private static void told(Place place, String ingress, String culprit) {
        Cluster.patiently()
                .untilAsserted(() -> assertThat(events(place, ingress)).anyMatch(note -> note.contains(culprit)));
    }

    private static List<String> events(Place place, String ingress) {
        return place.cluster().client().events().v1().events().inNamespace(place.name()).list().getItems().stream()
                .filter(event -> event.getRegarding().getName().equals(ingress))
                .map(Event::getNote)
                .toList();
    }

    /** Nobody lost an answer, and changes still arrive. */
    private static void noHarmDone(Release release, Shop shop) {
        try (Place place = Place.in(release.cluster())) {
            place.ingress("after", Map.of(), List.of(Manifests.rule("after.example", "Prefix", "/", "nobody", 80)));
            // a host that is known answers 503 when nobody is behind it, any other 404
            Cluster.patiently()
                    .untilAsserted(
                            () -> assertThat(status(release, "after.example")).isEqualTo(503));
        }
        shop.traffic().goOn();
        assertThat(shop.traffic().tally().told()).isEmpty();
    }

    private static int status(Release release, String host) throws IOException {
        return status(release, host, "/");
    }

    private static int status(Release release, String host, String path) throws IOException {
        try (Connection connection = Connection.open(new InetSocketAddress(release.address(), 80))) {
            connection.send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
            return connection.receive("GET") instanceof Heard.Reply reply ? reply.status() : 0;
        }
    }
}
