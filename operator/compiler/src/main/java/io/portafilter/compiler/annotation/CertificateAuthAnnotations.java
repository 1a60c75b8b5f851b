package io.portafilter.compiler.annotation;

import static io.portafilter.compiler.annotation.Annotation.later;
import static io.portafilter.compiler.annotation.OnInvalid.IGNORE;
import static io.portafilter.compiler.annotation.OnInvalid.REJECT;
import static io.portafilter.compiler.annotation.Risk.HIGH;
import static io.portafilter.compiler.annotation.Risk.LOW;
import static io.portafilter.compiler.annotation.Risk.MEDIUM;
import static io.portafilter.compiler.catalogue.Absence.OPENS;
import static io.portafilter.compiler.catalogue.Formats.BASIC_TEXT;
import static io.portafilter.compiler.catalogue.Formats.BOOL;
import static io.portafilter.compiler.catalogue.Formats.INT;
import static io.portafilter.compiler.catalogue.Formats.compact;

import io.portafilter.compiler.catalogue.Format;
import io.portafilter.snapshot.Kind;

/** Clients' certificates: they hold for whole hosts, so their lack closes whole hosts (behaviour §1.5, §7). */
final class CertificateAuthAnnotations {
    private static final Format VERIFY =
            compact("one of on, off, optional, optional_no_ca", "on|off|optional|optional_no_ca");
    private static final Format PAGE = compact(
            "@name, or a URL or path of letters, digits and - _ .",
            "@[A-Za-z0-9_-]+|(?:(?:https?://)?[A-Za-z0-9\\-.]+(?::[0-9]+)?)?(?:/[A-Za-z0-9\\-_.]+)*/?");

    static final Group GROUP = Group.of(
            "Client certificates",
            later(
                            OPENS,
                            "auth-tls-secret",
                            MEDIUM,
                            BASIC_TEXT,
                            REJECT,
                            "the Secret with the authorities that clients' certificates must come from")
                    .names(Kind.SECRET)
                    .closesHosts(),
            part(
                    "auth-tls-verify-client",
                    MEDIUM,
                    VERIFY,
                    IGNORE,
                    "whether a certificate is needed, or only looked at"),
            part("auth-tls-verify-depth", LOW, INT, IGNORE, "how long the chain may be"),
            part("auth-tls-error-page", HIGH, PAGE, REJECT, "where a client without a good certificate is sent"),
            part(
                    "auth-tls-pass-certificate-to-upstream",
                    LOW,
                    BOOL,
                    REJECT,
                    "the backend gets the certificate in ssl-client-cert"),
            part("auth-tls-match-cn", HIGH, new Format.CommonName(), REJECT, "what the subject's name must match"));

    private CertificateAuthAnnotations() {}

    private static Annotation part(String name, Risk risk, Format format, OnInvalid onInvalid, String about) {
        return later(OPENS, name, risk, format, onInvalid, about)
                .partOf("auth-tls-secret")
                .closesHosts();
    }
}
