package io.portafilter.controller.authority;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The authorities as the data of a Secret.
 *
 * <pre>
 *   current.crt  current.key                     always
 *   next.crt     next.key     next.announced     while a new one is announced; the time stands there once the bundle has it
 *   previous.crt              previous.retired   while certificates of the one before may still be shown
 * </pre>
 */
final class SecretForm {
    private static final String CURRENT = "current";
    private static final String NEXT = "next";
    private static final String PREVIOUS = "previous";
    private static final String ANNOUNCED = "next.announced";
    private static final String RETIRED = "previous.retired";

    private final String secret;
    private final Map<String, String> data;

    private SecretForm(String secret, Map<String, String> data) {
        this.secret = secret;
        this.data = data;
    }

    static Map<String, String> write(Authorities authorities) {
        Map<String, String> data = new TreeMap<>();
        put(data, CURRENT, authorities.current());
        authorities.next().ifPresent(next -> {
            put(data, NEXT, next.authority());
            next.announced().ifPresent(time -> put(data, ANNOUNCED, time.toString()));
        });
        authorities.previous().ifPresent(previous -> {
            put(data, PREVIOUS + ".crt", Pem.write(previous.certificate()));
            put(data, RETIRED, previous.retired().toString());
        });
        return data;
    }

    private static void put(Map<String, String> data, String name, Credential credential) {
        put(data, name + ".crt", Pem.write(credential.certificate()));
        put(data, name + ".key", Pem.write(credential.key()));
    }

    private static void put(Map<String, String> data, String key, String text) {
        data.put(key, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Reads the data of a Secret.
     *
     * @param secret its namespace and name, for messages
     * @throws BadAuthority if that is not what was written
     */
    static Authorities read(String secret, Map<String, String> data) {
        SecretForm form = new SecretForm(secret, data);
        return new Authorities(form.credential(CURRENT), form.next(), form.previous());
    }

    private Optional<Authorities.Next> next() {
        if (has(NEXT + ".crt") || has(NEXT + ".key") || has(ANNOUNCED)) {
            Optional<Instant> announced = has(ANNOUNCED) ? Optional.of(time(ANNOUNCED)) : Optional.empty();
            return Optional.of(new Authorities.Next(credential(NEXT), announced));
        }
        return Optional.empty();
    }

    private Optional<Authorities.Previous> previous() {
        if (has(PREVIOUS + ".crt") || has(RETIRED)) {
            return Optional.of(new Authorities.Previous(certificate(PREVIOUS + ".crt"), time(RETIRED)));
        }
        return Optional.empty();
    }

    private Credential credential(String name) {
        X509Certificate certificate = certificate(name + ".crt");
        PrivateKey key = key(name + ".key");
        if (!belong(certificate, key)) {
            throw bad(name + ".key", "is not the key of " + name + ".crt");
        }
        return new Credential(certificate, key);
    }

    private X509Certificate certificate(String key) {
        X509Certificate certificate;
        try {
            certificate = Pem.certificate(text(key));
        } catch (GeneralSecurityException e) {
            throw bad(key, "is not one certificate in PEM");
        }
        if (certificate.getBasicConstraints() < 0) {
            throw bad(key, "is not the certificate of an authority (CA:TRUE)");
        }
        return certificate;
    }

    private PrivateKey key(String key) {
        try {
            return Pem.key(text(key));
        } catch (GeneralSecurityException e) {
            throw bad(key, "is not one EC private key in PEM (PKCS#8)");
        }
    }

    private Instant time(String key) {
        try {
            return Instant.parse(text(key).strip());
        } catch (DateTimeException e) {
            throw bad(key, "is not a time such as 2026-01-01T00:00:00Z");
        }
    }

    private boolean has(String key) {
        return data.containsKey(key);
    }

    private String text(String key) {
        String base64 = data.get(key);
        if (base64 == null) {
            throw bad(key, "is missing");
        }
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw bad(key, "is not base64");
        }
    }

    private static boolean belong(X509Certificate certificate, PrivateKey key) {
        byte[] probe = "portafilter".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signer = Signature.getInstance(Certificates.ALGORITHM);
            signer.initSign(key);
            signer.update(probe);
            Signature verifier = Signature.getInstance(Certificates.ALGORITHM);
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(probe);
            return verifier.verify(signer.sign());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private BadAuthority bad(String key, String problem) {
        return BadAuthority.bad(secret, key, problem);
    }
}
