package io.portafilter.controller.lastgood;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.portafilter.controller.leader.Installation;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.LastGoodIngress;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LastGoodConfigMapsTest {
    private static final LastGoodConfigMaps CONFIG_MAPS =
            LastGoodConfigMaps.of(new Installation("ingress-nginx", "ingress-nginx"));
    private static final Name WEB = new Name("shop", "web");

    @Test
    void aTextComesBackAsItWas() {
        LastGoodIngress lastGood = lastGood(1, Map.of("nginx.ingress.kubernetes.io/rewrite-target", "/$1"));

        ConfigMap stored = CONFIG_MAPS.encode(lastGood).orElseThrow();

        assertThat(LastGoodConfigMaps.decode(stored)).isEqualTo(new Decoded.Good(lastGood));
        assertThat(stored.getData()).containsOnlyKeys("ingress.yaml");
        assertThat(stored.getMetadata().getLabels()).containsEntry("portafilter.io/last-good", "true");
        assertThat(stored.getMetadata().getNamespace()).isEqualTo("ingress-nginx");
        assertThat(stored.getMetadata().getName()).matches("ingress-nginx-last-good-[0-9a-f]{20}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "on",
                "0123",
                "null",
                " leading and trailing ",
                "two\nlines\r\nand a tab\t",
                "\"quoted\" 'twice' \\ # : - {}",
                "ünïcödé 漢字 \uD83D\uDE80",
                "control \u0000 \u0007 \u0085 \u2028 \uFEFF"
            })
    void whateverAnAnnotationHoldsComesBackAsItWas(String value) {
        LastGoodIngress lastGood = lastGood(1, Map.of("example.com/note", value));

        assertThat(LastGoodConfigMaps.decode(CONFIG_MAPS.encode(lastGood).orElseThrow()))
                .isEqualTo(new Decoded.Good(lastGood));
    }

    @Test
    void theSameTextIsTheSameConfigMap() {
        assertThat(CONFIG_MAPS.encode(lastGood(5000, Map.of())))
                .isEqualTo(CONFIG_MAPS.encode(lastGood(5000, Map.of())));
    }

    @Test
    void aLargeTextIsCompressed() {
        LastGoodIngress lastGood = lastGood(5000, Map.of());

        ConfigMap stored = CONFIG_MAPS.encode(lastGood).orElseThrow();

        assertThat(stored.getData()).isNullOrEmpty();
        assertThat(stored.getBinaryData()).containsOnlyKeys("ingress.yaml.gz");
        assertThat(LastGoodConfigMaps.decode(stored)).isEqualTo(new Decoded.Good(lastGood));
    }

    @Test
    void aTextThatFitsNowhereIsNotEncoded() {
        Random random = new Random(1);
        byte[] noise = new byte[1 << 20];
        random.nextBytes(noise);

        assertThat(CONFIG_MAPS.encode(
                        lastGood(1, Map.of("noise", Base64.getEncoder().encodeToString(noise)))))
                .isEmpty();
    }

    @Test
    void rubbishIsAFindingAboutTheConfigMap() {
        ConfigMap rubbish = new ConfigMapBuilder(
                        CONFIG_MAPS.encode(lastGood(1, Map.of())).orElseThrow())
                .withData(Map.of("ingress.yaml", "kind: [unclosed"))
                .build();

        assertThat(finding(rubbish))
                .contains("ConfigMap ingress-nginx/" + rubbish.getMetadata().getName())
                .contains("last-good-unreadable")
                .contains("cannot be used");
    }

    @Test
    void anotherObjectIsAFinding() {
        ConfigMap other = with(Map.of("ingress.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: web
                  namespace: shop
                """));

        assertThat(finding(other)).contains("it does not hold what its name says");
    }

    @Test
    void theTextOfAnotherIngressIsAFinding() {
        ConfigMap swapped = new ConfigMapBuilder(
                        CONFIG_MAPS.encode(lastGood(1, Map.of())).orElseThrow())
                .editMetadata()
                .addToAnnotations("portafilter.io/ingress", "shop/other")
                .endMetadata()
                .build();

        assertThat(finding(swapped)).contains("it holds Ingress shop/web, and names another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "bm90IGd6aXA="})
    void whatCannotBeUnpackedIsAFinding(String packed) {
        ConfigMap configMap = new ConfigMapBuilder(with(Map.of()))
                .withBinaryData(Map.of("ingress.yaml.gz", packed))
                .build();

        assertThat(finding(configMap)).contains("neither a readable ingress.yaml nor ingress.yaml.gz");
    }

    @Test
    void whatWouldFillTheMemoryIsAFinding() {
        byte[] bomb = Gzip.compress(new byte[100 << 20]);
        ConfigMap configMap = new ConfigMapBuilder(with(Map.of()))
                .withBinaryData(Map.of("ingress.yaml.gz", Base64.getEncoder().encodeToString(bomb)))
                .build();

        assertThat(finding(configMap)).contains("neither a readable ingress.yaml nor ingress.yaml.gz");
    }

    @Test
    void oneThatNamesNoIngressIsAFinding() {
        ConfigMap unnamed = new ConfigMapBuilder(with(Map.of()))
                .editMetadata()
                .withAnnotations(null)
                .endMetadata()
                .build();

        assertThat(finding(unnamed)).contains("its annotation portafilter.io/ingress does not name an Ingress");
    }

    @Test
    void thoseOfAnotherInstallationAreNotOurs() {
        ConfigMap ours = CONFIG_MAPS.encode(lastGood(1, Map.of())).orElseThrow();

        assertThat(CONFIG_MAPS.owns(ours)).isTrue();
        assertThat(LastGoodConfigMaps.of(new Installation("ingress-nginx", "internal"))
                        .owns(ours))
                .isFalse();
        assertThat(LastGoodConfigMaps.of(new Installation("other", "ingress-nginx"))
                        .owns(ours))
                .isFalse();
    }

    @Test
    void aTextIsReadableForPeopleAndKubectl() {
        String text = CONFIG_MAPS
                .encode(lastGood(1, Map.of()))
                .orElseThrow()
                .getData()
                .getOrDefault("ingress.yaml", "");

        assertThat(text)
                .contains("\"apiVersion\": \"networking.k8s.io/v1\"")
                .contains("\"kind\": \"Ingress\"")
                .contains("\"name\": \"web\"");
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(2000);
    }

    private static String finding(ConfigMap configMap) {
        return String.valueOf(LastGoodConfigMaps.decode(configMap));
    }

    private static ConfigMap with(Map<String, String> data) {
        return new ConfigMapBuilder(CONFIG_MAPS.encode(lastGood(1, Map.of())).orElseThrow())
                .withData(data)
                .build();
    }

    private static LastGoodIngress lastGood(int paths, Map<String, String> annotations) {
        List<Ingress.Path> list = new ArrayList<>();
        for (int i = 0; i < paths; i++) {
            list.add(new Ingress.Path(
                    "/path/" + i,
                    Ingress.PathType.PREFIX,
                    Optional.of(new Ingress.ServiceBackend("web", new Ingress.NamedPort("http")))));
        }
        return new LastGoodIngress(new Ingress(
                new Meta(
                        WEB,
                        "0b0a4a4e-7d3e-4c5e-8a39-0d5cf5b3a111",
                        Instant.parse("2026-05-06T07:08:09Z"),
                        new TreeMap<>(Map.of("app", "web")),
                        new TreeMap<>(annotations)),
                Optional.of("nginx"),
                Optional.of(new Ingress.ServiceBackend("other", new Ingress.NumberedPort(80))),
                List.of(new Ingress.Tls(List.of("shop.example"), Optional.of("shop-tls"))),
                List.of(new Ingress.Rule("shop.example", list), new Ingress.Rule("*.shop.example", List.of()))));
    }
}
