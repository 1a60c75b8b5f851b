package io.portafilter.compiler.annotation;

import static io.portafilter.compiler.annotation.Annotation.built;
import static io.portafilter.compiler.annotation.Annotation.later;
import static io.portafilter.compiler.annotation.OnInvalid.IGNORE;
import static io.portafilter.compiler.annotation.OnInvalid.REJECT;
import static io.portafilter.compiler.annotation.Risk.LOW;
import static io.portafilter.compiler.annotation.Risk.MEDIUM;
import static io.portafilter.compiler.catalogue.Absence.MISLEADS;
import static io.portafilter.compiler.catalogue.Absence.MISROUTES;
import static io.portafilter.compiler.catalogue.Absence.QUIET;
import static io.portafilter.compiler.catalogue.Absence.VISIBLE;
import static io.portafilter.compiler.catalogue.Formats.BOOL;
import static io.portafilter.compiler.catalogue.Formats.INT;
import static io.portafilter.compiler.catalogue.Formats.PATH_WITH_GROUPS;
import static io.portafilter.compiler.catalogue.Formats.exact;

import io.portafilter.compiler.catalogue.Format;

/** Redirects, and what becomes of a request's path (behaviour §2.2, §2.3, §7, §9). */
final class RedirectAnnotations {
    private static final Format TARGET =
            exact("a URL of letters, digits and - . _ ~ / : , ? & =", "[A-Za-z0-9\\-._~/:,?&=]*");

    static final Group HTTPS = Group.of(
            "Redirect to HTTPS",
            built("ssl-redirect", LOW, BOOL, IGNORE, "http goes to https when the host has a certificate"),
            built("force-ssl-redirect", MEDIUM, BOOL, IGNORE, "http goes to https in any case"),
            built("preserve-trailing-slash", MEDIUM, BOOL, IGNORE, "that redirect keeps a slash at the end"),
            later(VISIBLE, "use-port-in-redirects", LOW, BOOL, IGNORE, "redirects name the port"));

    // A redirect may be all that keeps requests from a backend.
    static final Group REDIRECTS = Group.of(
            "Other redirects",
            built("from-to-www-redirect", LOW, BOOL, REJECT, "www.x goes to x, or the other way round"),
            later(MISLEADS, "permanent-redirect", MEDIUM, TARGET, REJECT, "every request goes to this URL for good"),
            later(QUIET, "permanent-redirect-code", LOW, INT, REJECT, "300 to 308 instead of 301"),
            later(MISLEADS, "temporal-redirect", MEDIUM, TARGET, REJECT, "every request goes to this URL for now"),
            later(QUIET, "temporal-redirect-code", LOW, INT, REJECT, "300 to 307 instead of 302")
                    .partOf("temporal-redirect"),
            later(VISIBLE, "app-root", MEDIUM, PATH_WITH_GROUPS, IGNORE, "/ goes to this path"),
            later(VISIBLE, "relative-redirects", LOW, BOOL, REJECT, "redirects name neither scheme nor host"));

    // Both are read, so that nobody mistakes a pattern for a path: see Values.regexDenial.
    static final Group PATHS = Group.of(
            "Paths",
            later(MISROUTES, "use-regex", LOW, BOOL, IGNORE, "the host's paths are regular expressions"),
            later(MISROUTES, "rewrite-target", MEDIUM, PATH_WITH_GROUPS, IGNORE, "replaces the path of each request"),
            later(
                            VISIBLE,
                            "x-forwarded-prefix",
                            MEDIUM,
                            PATH_WITH_GROUPS,
                            REJECT,
                            "a header that names what was cut off")
                    .partOf("rewrite-target"));

    private RedirectAnnotations() {}
}
