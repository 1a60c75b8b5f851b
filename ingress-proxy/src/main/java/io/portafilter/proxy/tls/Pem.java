package io.portafilter.proxy.tls;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** Certificates and private keys in PEM (RFC 7468). No message repeats a byte of what was read. */
final class Pem {
    private static final Map<ASN1ObjectIdentifier, String> ALGORITHMS = Map.of(
            PKCSObjectIdentifiers.rsaEncryption, "RSA",
            X9ObjectIdentifiers.id_ecPublicKey, "EC",
            EdECObjectIdentifiers.id_Ed25519, "Ed25519");

    private Pem() {}

    /** All certificates, in order; at least one. */
    static List<X509Certificate> certificates(String pem) throws BadIdentity {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
            for (Object block : blocks(pem)) {
                if (block instanceof X509CertificateHolder holder) {
                    chain.add(converter.getCertificate(holder));
                }
            }
        } catch (IOException | CertificateException | RuntimeException e) {
            throw new BadIdentity("its certificate is not PEM that can be read; put PEM blocks into tls.crt", e);
        }
        if (chain.isEmpty()) {
            throw new BadIdentity("it holds no certificate; put \"BEGIN CERTIFICATE\" blocks into tls.crt, leaf first");
        }
        return chain;
    }

    /** The first private key: PKCS#8, or OpenSSL's older forms for RSA and EC. */
    static PrivateKey privateKey(String pem) throws BadIdentity {
        try {
            for (Object block : blocks(pem)) {
                switch (block) {
                    case PrivateKeyInfo info -> {
                        return key(info);
                    }
                    case PEMKeyPair pair -> {
                        return key(pair.getPrivateKeyInfo());
                    }
                    case PEMEncryptedKeyPair _, PKCS8EncryptedPrivateKeyInfo _ ->
                        throw new BadIdentity("its key is encrypted; put it into tls.key without a passphrase");
                    default -> {
                        // Parameters of a curve stand before the key.
                    }
                }
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new BadIdentity("its key is not PEM that can be read; put one PEM block into tls.key", e);
        }
        throw new BadIdentity("it holds no private key; put a \"BEGIN PRIVATE KEY\" block into tls.key");
    }

    private static PrivateKey key(PrivateKeyInfo info) throws BadIdentity, IOException, GeneralSecurityException {
        ASN1ObjectIdentifier algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
        String name = ALGORITHMS.get(algorithm);
        if (name == null) {
            throw new BadIdentity("its key is of the kind " + algorithm + "; use RSA, EC or Ed25519");
        }
        return KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    }

    private static List<Object> blocks(String pem) throws IOException {
        List<Object> blocks = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                blocks.add(block);
            }
        }
        return blocks;
    }
}
