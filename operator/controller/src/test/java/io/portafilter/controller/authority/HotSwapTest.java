package io.portafilter.controller.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class HotSwapTest {
    private static final Duration LIFE = Duration.ofHours(24);

    private final Instant now = Instant.now();
    private final Credential authority = Certificates.authority(now, Duration.ofDays(10));
    private final String bundle = Authorities.first(authority).bundle();

    @Test
    void theNextHandshakeSeesTheNewCertificateAndNoServerIsRestarted() throws IOException {
        Issuer issuer = new Issuer(List.of("localhost"), LIFE, authority, now);
        try (TlsServer server = new TlsServer(ServerContext.of(issuer.keys()))) {
            var before = TrustingClient.connect(server.port(), "localhost", bundle, now);
            assertThat(issuer.refresh(authority, now.plus(LIFE.dividedBy(2)))).isEmpty();
            assertThat(TrustingClient.connect(server.port(), "localhost", bundle, now))
                    .isEqualTo(before);

            Instant later = now.plus(Duration.ofHours(16));
            assertThat(issuer.refresh(authority, later)).contains("two thirds of its life are over");
            var after = TrustingClient.connect(server.port(), "localhost", bundle, later);
            assertThat(after)
                    .isNotEqualTo(before)
                    .isEqualTo(issuer.keys().shown().certificate());
            assertThat(after.getNotAfter().toInstant()).isCloseTo(later.plus(LIFE), within(1, ChronoUnit.SECONDS));
        }
    }

    @Test
    void anotherAuthorityMeansAnotherCertificateAtOnce() throws IOException {
        Issuer issuer = new Issuer(List.of("localhost"), LIFE, authority, now);
        Credential second = Certificates.authority(now, Duration.ofDays(10));
        try (TlsServer server = new TlsServer(ServerContext.of(issuer.keys()))) {
            assertThat(issuer.refresh(second, now)).contains("the authority was replaced");
            assertThat(issuer.refresh(second, now)).isEmpty();
            String both = bundle + Authorities.first(second).bundle();
            assertThat(TrustingClient.connect(server.port(), "localhost", both, now)
                            .getIssuerX500Principal())
                    .isEqualTo(second.certificate().getSubjectX500Principal());
            assertThatThrownBy(() -> TrustingClient.connect(server.port(), "localhost", bundle, now))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void aHandshakeEndsWithTheCertificateThatItBeganWith() {
        Issuer issuer = new Issuer(List.of("localhost"), LIFE, authority, now);
        LeafKeys keys = issuer.keys();
        String begun = alias(keys);
        Credential shown = keys.shown();
        keys.show(Certificates.server(authority, List.of("localhost"), now, LIFE));
        assertThat(keys.getPrivateKey(begun)).isEqualTo(shown.key());
        assertThat(keys.getCertificateChain(begun)).containsExactly(shown.certificate());
        assertThat(alias(keys)).isNotEqualTo(begun);
        assertThat(keys.getServerAliases("RSA", null)).isNull();
        assertThat(keys.getPrivateKey("nobody's")).isNull();
    }

    @Test
    void aNameThatWasNotGivenIsNotProved() throws IOException {
        Issuer issuer = new Issuer(List.of("operator.ingress-nginx.svc"), LIFE, authority, now);
        try (TlsServer server = new TlsServer(ServerContext.of(issuer.keys()))) {
            assertThat(TrustingClient.connect(server.port(), "operator.ingress-nginx.svc", bundle, now))
                    .isNotNull();
            assertThatThrownBy(() -> TrustingClient.connect(server.port(), "localhost", bundle, now))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    private static String alias(LeafKeys keys) {
        String[] aliases = keys.getServerAliases("EC", null);
        assertThat(aliases).isNotNull().hasSize(1);
        return Objects.requireNonNull(aliases)[0];
    }
}
