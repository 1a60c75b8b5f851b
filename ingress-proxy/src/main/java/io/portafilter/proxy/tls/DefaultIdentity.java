package io.portafilter.proxy.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificate of last resort, with the names by which people of ingress-nginx know it (behaviour §7). Made when it is first
 * needed: its key costs a good part of a second.
 */
public final class DefaultIdentity {
    private static final X500Name SUBJECT = new X500Name("O=Acme Co,CN=Kubernetes Ingress Controller Fake Certificate");
    private static final Duration LIFE = Duration.ofDays(365);

    private DefaultIdentity() {}

    /** A new one, self-signed, valid from now for 365 days. */
    public static ServerIdentity generate(InstantSource clock) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                            SUBJECT,
                            new BigInteger(127, new SecureRandom()),
                            Date.from(clock.instant()),
                            Date.from(clock.instant().plus(LIFE)),
                            SUBJECT,
                            pair.getPublic())
                    .addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(new GeneralName(GeneralName.dNSName, "ingress.local")))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            var holder = builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
            return new ServerIdentity(
                    "the generated default certificate",
                    List.of(new JcaX509CertificateConverter().getCertificate(holder)),
                    pair.getPrivate());
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("this Java platform cannot make an RSA certificate", e);
        }
    }
}
