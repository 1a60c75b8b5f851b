package io.portafilter.controller.authority;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which authorities there are: one that issues, and during a rotation another that will, or one that did.
 *
 * @param current issues certificates
 * @param next will issue when clients know it
 * @param previous issued certificates that servers may still show
 */
record Authorities(Credential current, Optional<Next> next, Optional<Previous> previous) {
    /**
     * The next one.
     *
     * @param announced since when the bundle that clients read holds it; empty if it does not yet
     */
    record Next(Credential authority, Optional<Instant> announced) {}

    /**
     * The one before, of which only the certificate is kept.
     *
     * @param retired when the current one took its place
     */
    record Previous(X509Certificate certificate, Instant retired) {}

    static Authorities first(Credential authority) {
        return new Authorities(authority, Optional.empty(), Optional.empty());
    }

    /** What clients have to trust, oldest first: when the next one becomes the current one, it stays as it is. */
    String bundle() {
        List<X509Certificate> trusted = new ArrayList<>();
        previous.ifPresent(one -> trusted.add(one.certificate()));
        trusted.add(current.certificate());
        next.ifPresent(one -> trusted.add(one.authority().certificate()));
        StringBuilder text = new StringBuilder();
        trusted.forEach(certificate -> text.append(Pem.write(certificate)));
        return text.toString();
    }
}
