package io.portafilter.contract.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whom we believe and who we are, as the files say now. */
final class Credentials {
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,65536}");

    private Credentials() {}

    /** The token, which is in no message of any failure. */
    static String token(Path file) throws BrokenStream {
        String token = new String(read(file, "token"), StandardCharsets.UTF_8).strip();
        if (!TOKEN.matcher(token).matches()) {
            throw new BrokenStream("the token file " + file + " holds no token");
        }
        return token;
    }

    /** TLS that believes the certificates of a bundle, and nobody else. */
    static SSLContext trust(Path file) throws BrokenStream {
        byte[] pem = read(file, "CA");
        try {
            Collection<? extends Certificate> authorities =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
            if (authorities.isEmpty()) {
                throw new BrokenStream("the CA file " + file + " holds no certificate");
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate authority : authorities) {
                store.setCertificateEntry("authority-" + number++, authority);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (BrokenStream e) {
            throw e;
        } catch (GeneralSecurityException | IOException e) {
            throw new BrokenStream("the CA file " + file + " cannot be used: " + Sentence.of(e));
        }
    }

    private static byte[] read(Path file, String what) throws BrokenStream {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BrokenStream("the " + what + " file " + file + " cannot be read: "
                    + e.getClass().getSimpleName());
        }
    }
}
