package io.portafilter.controller.authority;

import java.security.cert.X509Certificate;
import java.util.List;

/** The certificates that clients trust, as PEM (RFC 7468). */
final class Bundle {
    private Bundle() {}

    static String of(List<X509Certificate> trusted) {
        StringBuilder text = new StringBuilder();
        trusted.forEach(certificate -> text.append(Pem.write(certificate)));
        return text.toString();
    }
}
