package io.portafilter.controller.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SecretFormTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Credential ONE = Certificates.authority(NOW, Duration.ofDays(10));
    private static final Credential OTHER = Certificates.authority(NOW, Duration.ofDays(10));
    private static final Credential LEAF = Certificates.server(ONE, List.of("a"), NOW, Duration.ofHours(1));
    private static final Authorities WHOLE = new Authorities(
            ONE,
            Optional.of(new Authorities.Next(OTHER, Optional.of(NOW))),
            Optional.of(new Authorities.Previous(OTHER.certificate(), NOW.plusSeconds(5))));

    static Stream<Authorities> states() {
        return Stream.of(
                Authorities.first(ONE),
                new Authorities(ONE, Optional.of(new Authorities.Next(OTHER, Optional.empty())), Optional.empty()),
                new Authorities(ONE, Optional.of(new Authorities.Next(OTHER, Optional.of(NOW))), Optional.empty()),
                new Authorities(
                        ONE, Optional.empty(), Optional.of(new Authorities.Previous(OTHER.certificate(), NOW))));
    }

    @ParameterizedTest
    @MethodSource("states")
    void whatIsWrittenIsReadAgain(Authorities authorities) {
        assertThat(SecretForm.read("ns/ca", SecretForm.write(authorities))).isEqualTo(authorities);
    }

    @Test
    void ofTheOneBeforeOnlyTheCertificateIsKept() {
        assertThat(SecretForm.write(WHOLE))
                .containsOnlyKeys(
                        "current.crt",
                        "current.key",
                        "next.crt",
                        "next.key",
                        "next.announced",
                        "previous.crt",
                        "previous.retired");
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                Arguments.of("current.crt", Optional.empty(), "is missing"),
                Arguments.of("current.key", Optional.empty(), "is missing"),
                Arguments.of("current.crt", Optional.of("hello"), "is not one certificate in PEM"),
                Arguments.of("current.crt", Optional.of(""), "is not one certificate in PEM"),
                Arguments.of(
                        "current.crt",
                        Optional.of("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"),
                        "is not one certificate in PEM"),
                Arguments.of(
                        "current.crt",
                        Optional.of(Pem.write(LEAF.certificate())),
                        "is not the certificate of an authority"),
                Arguments.of(
                        "current.key", Optional.of(Pem.write(ONE.certificate())), "is not one EC private key in PEM"),
                Arguments.of(
                        "current.key",
                        Optional.of("-----BEGIN PRIVATE KEY-----\n!\n-----END PRIVATE KEY-----"),
                        "is not one EC private key in PEM"),
                Arguments.of("current.key", Optional.of(Pem.write(OTHER.key())), "is not the key of current.crt"),
                Arguments.of("next.key", Optional.empty(), "is missing"),
                Arguments.of("next.crt", Optional.empty(), "is missing"),
                Arguments.of("next.key", Optional.of(Pem.write(ONE.key())), "is not the key of next.crt"),
                Arguments.of("next.announced", Optional.of("yesterday"), "is not a time such as"),
                Arguments.of("previous.crt", Optional.empty(), "is missing"),
                Arguments.of("previous.retired", Optional.empty(), "is missing"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void whatIsDamagedIsNamedWithItsRemedy(String key, Optional<String> content, String problem) {
        Map<String, String> data = new HashMap<>(SecretForm.write(WHOLE));
        content.ifPresentOrElse(
                text -> data.put(key, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII))),
                () -> data.remove(key));
        assertThatThrownBy(() -> SecretForm.read("ingress-nginx/ingress-nginx-ca", data))
                .isInstanceOf(BadAuthority.class)
                .hasMessageStartingWith("Secret ingress-nginx/ingress-nginx-ca, data[" + key + "]: " + problem)
                .hasMessageContaining("Restore the Secret from a backup; or remove its data and restart the operator");
    }

    @Test
    void anEmptySecretIsNoAuthority() {
        assertThatThrownBy(() -> SecretForm.read("ns/ca", Map.of()))
                .isInstanceOf(BadAuthority.class)
                .hasMessageContaining("data[current.crt]: is missing");
    }

    @Test
    void whatIsNotBase64IsSaidToBeSo() {
        assertThatThrownBy(() -> SecretForm.read("ns/ca", Map.of("current.crt", "%")))
                .isInstanceOf(BadAuthority.class)
                .hasMessageContaining("data[current.crt]: is not base64");
    }
}
