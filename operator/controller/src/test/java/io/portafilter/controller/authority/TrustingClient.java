package io.portafilter.controller.authority;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A client that trusts a bundle alone, as a proxy does, and that can be told what time it is. */
final class TrustingClient {
    private TrustingClient() {}

    static SSLContext of(String bundle, Instant time) {
        try {
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(keyStore(bundle), new X509CertSelector());
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(time));
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(new CertPathTrustManagerParameters(parameters));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Connects, verifies, and says what the server showed. */
    static X509Certificate connect(int port, String host, String bundle, Instant time) throws IOException {
        try (Socket raw = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket tls = (SSLSocket) of(bundle, time).getSocketFactory().createSocket(raw, host, port, true)) {
            raw.setSoTimeout(30_000);
            var parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            tls.getInputStream().read();
            return (X509Certificate) tls.getSession().getPeerCertificates()[0];
        }
    }

    private static KeyStore keyStore(String bundle) throws GeneralSecurityException, IOException {
        KeyStore trust = KeyStore.getInstance(KeyStore.getDefaultType());
        trust.load(null, null);
        int i = 0;
        for (Certificate certificate : CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(bundle.getBytes(StandardCharsets.US_ASCII)))) {
            trust.setCertificateEntry("authority-" + i++, certificate);
        }
        return trust;
    }
}
