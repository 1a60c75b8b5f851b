package io.portafilter.compiler.annotation;

import static io.portafilter.compiler.annotation.Annotation.later;
import static io.portafilter.compiler.annotation.OnInvalid.IGNORE;
import static io.portafilter.compiler.annotation.Risk.LOW;
import static io.portafilter.compiler.annotation.Risk.MEDIUM;
import static io.portafilter.compiler.catalogue.Absence.QUIET;
import static io.portafilter.compiler.catalogue.Absence.VISIBLE;
import static io.portafilter.compiler.catalogue.Formats.BASIC_TEXT;
import static io.portafilter.compiler.catalogue.Formats.BOOL;
import static io.portafilter.compiler.catalogue.Formats.URL_TEXT;
import static io.portafilter.compiler.catalogue.Formats.exact;
import static io.portafilter.compiler.catalogue.Formats.oneOf;
import static io.portafilter.compiler.catalogue.Formats.oneOfAnyCase;

import io.portafilter.compiler.catalogue.Format;

/** Cookies that lead a client to the same endpoint again (behaviour §10). */
final class AffinityAnnotations {
    private static final Format SECONDS = exact("a whole number of seconds", "0|-?[1-9][0-9]*");

    static final Group GROUP = Group.of(
            "Session affinity",
            later(VISIBLE, "affinity", LOW, oneOf("cookie"), IGNORE, "a cookie leads back to the same endpoint"),
            part("affinity-mode", MEDIUM, oneOf("balanced", "persistent"), "whether sessions move to new endpoints"),
            part("affinity-canary-behavior", LOW, oneOf("sticky", "legacy"), "whether sessions stay with a canary"),
            part("session-cookie-name", MEDIUM, BASIC_TEXT, "name of the cookie"),
            part("session-cookie-path", MEDIUM, URL_TEXT, "its Path"),
            part("session-cookie-domain", MEDIUM, BASIC_TEXT, "its Domain"),
            part("session-cookie-expires", MEDIUM, SECONDS, "its Expires, seconds from now"),
            part("session-cookie-max-age", MEDIUM, SECONDS, "its Max-Age"),
            part("session-cookie-samesite", LOW, oneOfAnyCase("none", "lax", "strict"), "its SameSite"),
            part("session-cookie-conditional-samesite-none", LOW, BOOL, "no SameSite=None for old browsers"),
            part("session-cookie-secure", LOW, BOOL, "Secure without TLS too"),
            part("session-cookie-change-on-failure", LOW, BOOL, "another endpoint after a failed try"));

    private AffinityAnnotations() {}

    private static Annotation part(String name, Risk risk, Format format, String about) {
        return later(QUIET, name, risk, format, IGNORE, about).partOf("affinity");
    }
}
