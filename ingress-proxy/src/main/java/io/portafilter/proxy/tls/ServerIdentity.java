package io.portafilter.proxy.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** A certificate chain and its key, read and checked: what a server shows to prove who it is. */
public final class ServerIdentity {
    private static final int DNS_NAME = 2;

    private final String secret;
    private final List<X509Certificate> chain;
    private final PrivateKey key;
    private final List<String> names;

    ServerIdentity(String secret, List<X509Certificate> chain, PrivateKey key) {
        this.secret = secret;
        this.chain = List.copyOf(chain);
        this.key = key;
        this.names = namesOf(chain.getFirst());
    }

    /**
     * Reads PEM.
     *
     * @param secret namespace and name of the Secret that it comes from
     * @param certificateChain PEM, leaf first
     * @param privateKey PEM, not encrypted
     * @throws BadIdentity if it cannot be read or the key is not that of the certificate
     */
    public static ServerIdentity read(String secret, String certificateChain, String privateKey) throws BadIdentity {
        List<X509Certificate> chain = Pem.certificates(certificateChain);
        PrivateKey key = Pem.privateKey(privateKey);
        if (!belongTogether(chain.getFirst(), key)) {
            throw new BadIdentity(
                    "its key does not belong to its first certificate; put the leaf first into tls.crt and"
                            + " its own key into tls.key");
        }
        return new ServerIdentity(secret, chain, key);
    }

    private static boolean belongTogether(X509Certificate leaf, PrivateKey key) throws BadIdentity {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC", "ECDSA" -> "SHA256withECDSA";
            case "Ed25519", "EdDSA" -> "Ed25519";
            default ->
                throw new BadIdentity("its key is of the kind " + key.getAlgorithm() + "; use RSA, EC or Ed25519");
        };
        try {
            byte[] probe = leaf.getSerialNumber().toByteArray();
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(leaf.getPublicKey());
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static List<String> namesOf(X509Certificate leaf) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = leaf.getSubjectAlternativeNames();
            if (alternatives != null) {
                alternatives.stream()
                        .filter(name -> name.get(0).equals(DNS_NAME))
                        .forEach(name -> names.add(name.get(1).toString().toLowerCase(Locale.ROOT)));
            }
            new LdapName(leaf.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .forEach(rdn -> names.add(rdn.getValue().toString().toLowerCase(Locale.ROOT)));
        } catch (CertificateParsingException | InvalidNameException e) {
            return List.copyOf(names);
        }
        return List.copyOf(names);
    }

    /** Namespace and name of the Secret that it comes from. */
    public String secret() {
        return secret;
    }

    /** Whether its names cover a host, as far as one-level wildcards reach; a wildcard host is covered by the same name. */
    public boolean covers(String host) {
        String wildcard = host.indexOf('.') < 0 ? "" : "*" + host.substring(host.indexOf('.'));
        return names.contains(host) || names.contains(wildcard);
    }

    /** The certificate that clients check. */
    public X509Certificate leaf() {
        return chain.getFirst();
    }

    List<X509Certificate> chain() {
        return chain;
    }

    PrivateKey key() {
        return key;
    }

    @Override
    public String toString() {
        return secret;
    }
}
