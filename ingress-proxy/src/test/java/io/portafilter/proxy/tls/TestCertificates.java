package io.portafilter.proxy.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** Self-signed certificates for tests. */
public final class TestCertificates {
    /** A chain of one and its key, both as PEM. */
    public record Pair(String certificate, String key) {}

    private TestCertificates() {}

    /** A P-256 certificate for these names, the first is its CN; its key is PKCS#8. */
    public static Pair of(String... names) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return sign(generator.generateKeyPair(), "SHA256withECDSA", names);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An RSA-2048 certificate for these names; its key has OpenSSL's older form. */
    public static Pair rsa(String... names) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return sign(generator.generateKeyPair(), "SHA256withRSA", names);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Pair sign(KeyPair pair, String algorithm, String... names) {
        try {
            X500Name subject = new X500Name("CN=" + names[0]);
            GeneralName[] alternatives = Arrays.stream(names)
                    .map(name -> new GeneralName(GeneralName.dNSName, name))
                    .toArray(GeneralName[]::new);
            var holder = new JcaX509v3CertificateBuilder(
                            subject,
                            BigInteger.valueOf(Arrays.hashCode(names)).abs(),
                            Date.from(Instant.now().minus(Duration.ofDays(1))),
                            Date.from(Instant.now().plus(Duration.ofDays(30))),
                            subject,
                            pair.getPublic())
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives))
                    .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate()));
            boolean rsa = pair.getPrivate().getAlgorithm().equals("RSA");
            return new Pair(
                    pem(holder),
                    pem(
                            rsa
                                    ? pair.getPrivate()
                                    : new PemObject(
                                            "PRIVATE KEY", pair.getPrivate().getEncoded())));
        } catch (OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Any object that BouncyCastle can write, as PEM. */
    static String pem(Object object) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
