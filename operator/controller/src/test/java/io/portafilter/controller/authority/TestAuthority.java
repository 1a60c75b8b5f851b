package io.portafilter.controller.authority;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;

/** An authority that no cluster knows, for tests of what is served with its certificates. */
public final class TestAuthority {
    private final Credential authority = Certificates.authority(Instant.now(), Duration.ofDays(1));

    /** What a server on loopback shows. */
    public SSLContext server() {
        return ServerContext.of(new LeafKeys(
                Certificates.server(authority, List.of("localhost", "127.0.0.1"), Instant.now(), Duration.ofHours(1))));
    }

    /** What trusts it, and nobody else. */
    public SSLContext client() {
        return TrustingClient.of(bundle(), Instant.now());
    }

    /** The bundle in PEM. */
    public String bundle() {
        return Authorities.first(authority).bundle();
    }
}
