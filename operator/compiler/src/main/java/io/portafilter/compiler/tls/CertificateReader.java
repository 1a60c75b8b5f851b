package io.portafilter.compiler.tls;

import io.portafilter.snapshot.Secret;
import io.portafilter.snapshot.SecretBytes;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** Looks into a Secret of type {@code kubernetes.io/tls}. */
final class CertificateReader {
    static final String TYPE = "kubernetes.io/tls";
    static final String CHAIN = "tls.crt";
    static final String KEY = "tls.key";

    private static final int SAN_DNS = 2;

    private CertificateReader() {}

    static Certificate read(Secret secret) {
        if (!secret.type().equals(TYPE)) {
            return new Certificate.Unusable("its type is \"" + secret.type() + "\" instead of " + TYPE);
        }
        Optional<SecretBytes> chain = Optional.ofNullable(secret.data().get(CHAIN));
        Optional<SecretBytes> key = Optional.ofNullable(secret.data().get(KEY));
        if (chain.isEmpty() || key.isEmpty()) {
            return new Certificate.Unusable("it has no \"" + (chain.isEmpty() ? CHAIN : KEY) + "\"");
        }
        if (!key.get().text().contains("PRIVATE KEY-----")) {
            return new Certificate.Unusable("its \"" + KEY + "\" is not a private key in PEM");
        }
        return leaf(chain.get())
                .<Certificate>map(leaf -> new Certificate.Usable(names(leaf)))
                .orElseGet(() -> new Certificate.Unusable("its \"" + CHAIN + "\" is not a certificate in PEM"));
    }

    private static Optional<X509Certificate> leaf(SecretBytes chain) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(chain.bytes()))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .findFirst();
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static List<String> names(X509Certificate leaf) {
        List<String> names = new ArrayList<>();
        for (List<?> name : alternativeNames(leaf)) {
            if (name.get(0) instanceof Integer type && type == SAN_DNS) {
                names.add(String.valueOf(name.get(1)));
            }
        }
        if (names.isEmpty()) {
            commonName(leaf).ifPresent(names::add);
        }
        return names.stream().sorted().toList();
    }

    private static Collection<List<?>> alternativeNames(X509Certificate leaf) {
        try {
            return Optional.ofNullable(leaf.getSubjectAlternativeNames()).orElse(List.of());
        } catch (CertificateException e) {
            return List.of();
        }
    }

    private static Optional<String> commonName(X509Certificate leaf) {
        try {
            return new LdapName(leaf.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(rdn -> String.valueOf(rdn.getValue()))
                            .findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}
