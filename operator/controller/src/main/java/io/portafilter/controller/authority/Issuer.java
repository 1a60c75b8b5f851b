package io.portafilter.controller.authority;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The certificate of this replica's servers: issued by the current authority, and again when that is another or it is time. */
final class Issuer {
    private final List<String> names;
    private final Duration life;
    private final LeafKeys keys;
    private Credential authority;

    Issuer(List<String> names, Duration life, Credential authority, Instant now) {
        this.names = List.copyOf(names);
        this.life = life;
        this.authority = authority;
        this.keys = new LeafKeys(Certificates.server(authority, this.names, now, life));
    }

    /** What servers show at any moment. */
    LeafKeys keys() {
        return keys;
    }

    /** Issues another certificate if there is a reason to; the reason, if so. */
    synchronized Optional<String> refresh(Credential current, Instant now) {
        boolean other = !current.certificate().equals(authority.certificate());
        Credential shown = keys.shown();
        Duration age = Duration.between(shown.from().plus(Certificates.CLOCK_SKEW), now);
        if (!other && age.compareTo(life.multipliedBy(2).dividedBy(3)) < 0) {
            return Optional.empty();
        }
        keys.show(Certificates.server(current, names, now, life));
        authority = current;
        return Optional.of(other ? "the authority was replaced" : "two thirds of its life are over");
    }
}
