package io.portafilter.proxy.tls;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.util.List;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who does the cryptography of handshakes. */
public enum TlsProvider {
    /** BoringSSL through tcnative: a third of the JDK's cost. */
    OPENSSL(SslProvider.OPENSSL),
    /** The JDK's own, where tcnative cannot be loaded. */
    JDK(SslProvider.JDK);

    private static final Logger LOG = LoggerFactory.getLogger(TlsProvider.class);

    /** ingress-nginx's default list, in its order and in IANA's names; those that a provider lacks (DHE) are left out. */
    private static final List<String> CIPHERS = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256");

    private static final ApplicationProtocolConfig ALPN = new ApplicationProtocolConfig(
            Protocol.ALPN,
            SelectorFailureBehavior.NO_ADVERTISE,
            SelectedListenerFailureBehavior.ACCEPT,
            ApplicationProtocolNames.HTTP_1_1);

    private final SslProvider provider;

    TlsProvider(SslProvider provider) {
        this.provider = provider;
    }

    /** The best that this machine has; the log says which and why. */
    public static TlsProvider best() {
        if (OpenSsl.isAvailable()) {
            LOG.info("TLS: {}", OpenSsl.versionString());
            return OPENSSL;
        }
        LOG.info(
                "TLS: the JDK's, because tcnative cannot be loaded: {}", String.valueOf(OpenSsl.unavailabilityCause()));
        return JDK;
    }

    /** The name in metrics. */
    public String label() {
        return switch (this) {
            case OPENSSL -> "boringssl";
            case JDK -> "jdk";
        };
    }

    /** Makes what handshakes with this identity need; takes about a millisecond. Session tickets are off (behaviour §7). */
    SslContext context(ServerIdentity identity) throws SSLException {
        return SslContextBuilder.forServer(identity.key(), identity.chain())
                .sslProvider(provider)
                .protocols("TLSv1.3", "TLSv1.2")
                .ciphers(CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
                .applicationProtocolConfig(ALPN)
                .build();
    }
}
