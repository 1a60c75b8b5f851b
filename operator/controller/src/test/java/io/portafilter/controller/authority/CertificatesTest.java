package io.portafilter.controller.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SignatureException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertificatesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

    private final Credential authority = Certificates.authority(NOW, Duration.ofDays(3650));

    @Test
    void anAuthorityMaySignServersAndNoOtherAuthority() {
        X509Certificate certificate = authority.certificate();
        assertThat(certificate.getBasicConstraints()).isZero();
        assertThat(certificate.getKeyUsage()[5]).as("keyCertSign").isTrue();
        assertThat(certificate.getKeyUsage()[0]).as("digitalSignature").isFalse();
        assertThat(certificate.getCriticalExtensionOIDs()).contains("2.5.29.19", "2.5.29.15");
        assertThat(bits(certificate)).isEqualTo(256);
    }

    @Test
    void itIsValidForItsLifeAndSomeMinutesBeforeItWasMade() {
        assertThat(authority.from()).isEqualTo(NOW.minus(Duration.ofMinutes(5)));
        assertThat(authority.until()).isEqualTo(NOW.plus(Duration.ofDays(3650)));
    }

    @Test
    void twoAuthoritiesHaveTwoNames() {
        Credential other = Certificates.authority(NOW, Duration.ofDays(1));
        assertThat(other.certificate().getSubjectX500Principal())
                .isNotEqualTo(authority.certificate().getSubjectX500Principal());
        assertThat(other.certificate().getSerialNumber())
                .isNotEqualTo(authority.certificate().getSerialNumber());
    }

    @Test
    void aServerHasTheNamesThatItIsToldAndServesOnly() throws Exception {
        X509Certificate leaf = leaf(
                        List.of("operator.ingress.svc", "localhost", "10.0.0.1", "fd00::1"), Duration.ofHours(24))
                .certificate();
        leaf.verify(authority.certificate().getPublicKey());
        assertThat(names(leaf)).containsExactly("operator.ingress.svc", "localhost", "10.0.0.1", "fd00:0:0:0:0:0:0:1");
        assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
        assertThat(leaf.getExtendedKeyUsage()).containsExactly(SERVER_AUTH);
        assertThat(leaf.getKeyUsage()[0]).as("digitalSignature").isTrue();
        assertThat(leaf.getKeyUsage()[5]).as("keyCertSign").isFalse();
        assertThat(bits(leaf)).isEqualTo(256);
        assertThat(leaf.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void aServerDoesNotOutliveItsAuthority() {
        Credential leaf =
                Certificates.server(authority, List.of("a"), NOW.plus(Duration.ofDays(3649)), Duration.ofDays(30));
        assertThat(leaf.until()).isEqualTo(authority.until());
    }

    @Test
    void aServerOfAnotherAuthorityDoesNotVerify() {
        Credential other = Certificates.authority(NOW, Duration.ofDays(1));
        X509Certificate leaf = leaf(List.of("a"), Duration.ofHours(1)).certificate();
        assertThatThrownBy(() -> leaf.verify(other.certificate().getPublicKey()))
                .isInstanceOf(SignatureException.class);
    }

    @Test
    void aKeyIsNeverPrinted() {
        String key = Base64.getEncoder().encodeToString(authority.key().getEncoded());
        Authorities authorities = new Authorities(
                authority, Optional.of(new Authorities.Next(authority, Optional.of(NOW))), Optional.empty());
        assertThat(authority.toString())
                .contains("portafilter internal authority", "key ***")
                .doesNotContain(key);
        assertThat(authorities.toString())
                .contains("key ***")
                .doesNotContain(key)
                .doesNotContain(authority.key().toString());
    }

    private Credential leaf(List<String> names, Duration life) {
        return Certificates.server(authority, names, NOW, life);
    }

    private static int bits(X509Certificate certificate) {
        return ((ECPublicKey) certificate.getPublicKey()).getParams().getOrder().bitLength();
    }

    static List<String> names(X509Certificate leaf) throws CertificateParsingException {
        return leaf.getSubjectAlternativeNames().stream()
                .map(name -> (String) name.get(1))
                .toList();
    }
}
