package io.portafilter.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerIdentityTest {
    private static final TestCertificates.Pair SHOP = TestCertificates.of("shop.test", "*.Shop.Test");
    private static final TestCertificates.Pair OTHER = TestCertificates.of("other.test");

    @Test
    void readsAnEllipticCurveKeyAndAnRsaKey() throws BadIdentity {
        TestCertificates.Pair rsa = TestCertificates.rsa("rsa.test");

        assertThat(ServerIdentity.read("a/b", SHOP.certificate(), SHOP.key())
                        .key()
                        .getAlgorithm())
                .isEqualTo("EC");
        assertThat(ServerIdentity.read("a/b", rsa.certificate(), rsa.key())
                        .key()
                        .getAlgorithm())
                .isEqualTo("RSA");
    }

    @Test
    void readsAnEllipticCurveKeyInOpensslsOlderFormWithItsParametersBefore() throws Exception {
        var key = ServerIdentity.read("a/b", SHOP.certificate(), SHOP.key()).key();
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
        ASN1Encodable curve = info.getPrivateKeyAlgorithm().getParameters();
        ECPrivateKey older = new ECPrivateKey(
                256, ECPrivateKey.getInstance(info.parsePrivateKey()).getKey(), curve);
        String pem = TestCertificates.pem(
                        new PemObject("EC PARAMETERS", curve.toASN1Primitive().getEncoded()))
                + TestCertificates.pem(new PemObject("EC PRIVATE KEY", older.getEncoded()));

        assertThat(ServerIdentity.read("a/b", SHOP.certificate(), pem).key().getAlgorithm())
                .isEqualTo("EC");
    }

    @Test
    void keepsTheChainInItsOrder() throws BadIdentity {
        ServerIdentity identity = ServerIdentity.read(
                "a/b", "some words before\n" + SHOP.certificate() + "\n" + OTHER.certificate(), SHOP.key());

        assertThat(identity.chain()).hasSize(2);
        assertThat(identity.leaf().getSubjectX500Principal().getName()).isEqualTo("CN=shop.test");
    }

    @ParameterizedTest
    @CsvSource({
        "shop.test, true",
        "a.shop.test, true",
        "*.shop.test, true",
        "a.b.shop.test, false",
        "other.test, false",
        "test, false"
    })
    void coversItsNamesAndOneLevelOfItsWildcards(String host, boolean covered) throws BadIdentity {
        assertThat(ServerIdentity.read("a/b", SHOP.certificate(), SHOP.key()).covers(host))
                .isEqualTo(covered);
    }

    @Test
    void aForeignKeyIsRefused() {
        assertThatThrownBy(() -> ServerIdentity.read("a/b", SHOP.certificate(), OTHER.key()))
                .isInstanceOf(BadIdentity.class)
                .hasMessageContaining("does not belong to its first certificate");
        assertThatThrownBy(() -> ServerIdentity.read(
                        "a/b",
                        SHOP.certificate(),
                        TestCertificates.rsa("rsa.test").key()))
                .isInstanceOf(BadIdentity.class)
                .hasMessageContaining("does not belong to its first certificate");
    }

    @ParameterizedTest
    @CsvSource({
        "'', holds no certificate",
        "nonsense, holds no certificate",
        "'-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', that can be read",
        "'-----BEGIN CERTIFICATE-----\nAAAA', that can be read"
    })
    void aCertificateThatIsNoneIsRefused(String pem, String message) {
        assertThatThrownBy(() -> ServerIdentity.read("a/b", pem, SHOP.key()))
                .isInstanceOf(BadIdentity.class)
                .hasMessageContaining(message)
                .hasMessageContaining("tls.crt");
    }

    @ParameterizedTest
    @CsvSource({
        "'', holds no private key",
        "nonsense, holds no private key",
        "'-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n', that can be read"
    })
    void aKeyThatIsNoneIsRefused(String pem, String message) {
        assertThatThrownBy(() -> ServerIdentity.read("a/b", SHOP.certificate(), pem))
                .isInstanceOf(BadIdentity.class)
                .hasMessageContaining(message)
                .hasMessageContaining("tls.key");
    }

    @Test
    void anEncryptedKeyIsRefused() throws Exception {
        var key = ServerIdentity.read("a/b", SHOP.certificate(), SHOP.key()).key();
        String encrypted = TestCertificates.pem(new JcaPKCS8Generator(
                key,
                new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_128_CBC)
                        .setPassword("secret".toCharArray())
                        .setProvider(new BouncyCastleProvider())
                        .build()));

        assertThatThrownBy(() -> ServerIdentity.read("a/b", SHOP.certificate(), encrypted))
                .isInstanceOf(BadIdentity.class)
                .hasMessageContaining("encrypted");
    }

    @Test
    void theGeneratedIdentityHasTheNamesThatPeopleKnow() throws Exception {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");

        ServerIdentity identity = DefaultIdentity.generate(InstantSource.fixed(now));

        assertThat(identity.leaf().getSubjectX500Principal().getName())
                .isEqualTo("CN=Kubernetes Ingress Controller Fake Certificate,O=Acme Co");
        assertThat(identity.leaf().getSubjectAlternativeNames()).containsExactly(List.of(2, "ingress.local"));
        assertThat(identity.leaf().getNotAfter().toInstant())
                .isEqualTo(now.plus(Duration.ofDays(365)).truncatedTo(ChronoUnit.SECONDS));
        assertThat(identity.leaf().getPublicKey())
                .isInstanceOfSatisfying(
                        RSAPublicKey.class,
                        key -> assertThat(key.getModulus().bitLength()).isEqualTo(2048));
    }
}
