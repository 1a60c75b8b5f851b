package io.portafilter.controller.authority;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * A certificate and its key. Prints as its certificate's name and times.
 *
 * @param certificate what is shown
 * @param key what is never shown
 */
record Credential(X509Certificate certificate, PrivateKey key) {
    Instant from() {
        return certificate.getNotBefore().toInstant();
    }

    Instant until() {
        return certificate.getNotAfter().toInstant();
    }

    @Override
    public String toString() {
        return certificate.getSubjectX500Principal() + " of " + from() + " to " + until() + ", key ***";
    }
}
