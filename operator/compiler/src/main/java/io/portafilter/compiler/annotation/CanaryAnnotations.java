package io.portafilter.compiler.annotation;

import static io.portafilter.compiler.annotation.Annotation.later;
import static io.portafilter.compiler.annotation.OnInvalid.IGNORE;
import static io.portafilter.compiler.annotation.Risk.LOW;
import static io.portafilter.compiler.annotation.Risk.MEDIUM;
import static io.portafilter.compiler.catalogue.Absence.IDLES;
import static io.portafilter.compiler.catalogue.Absence.QUIET;
import static io.portafilter.compiler.catalogue.Formats.BASIC_TEXT;
import static io.portafilter.compiler.catalogue.Formats.BOOL;
import static io.portafilter.compiler.catalogue.Formats.INT;
import static io.portafilter.compiler.catalogue.Formats.exact;

import io.portafilter.compiler.catalogue.Format;

/** Alternatives that get some of the requests (behaviour §10). */
final class CanaryAnnotations {
    private static final Format PATTERN = exact(
            "a regular expression of letters, digits and - . _ ~ / : ^ $ [ ] ( ) { } * + ? | & = \\",
            "[A-Za-z0-9\\-._~/:^$\\[\\](){}*+?|&=\\\\]*");

    static final Group GROUP = Group.of(
            "Canary",
            // Read, so that a canary never takes all requests: it has no routes of its own.
            later(IDLES, "canary", LOW, BOOL, IGNORE, "offers an alternative to another Ingress's backend"),
            part("canary-by-header", MEDIUM, BASIC_TEXT, "the header that decides"),
            part("canary-by-header-value", MEDIUM, BASIC_TEXT, "the text of that header for the alternative"),
            part("canary-by-header-pattern", MEDIUM, PATTERN, "a pattern for that text"),
            part("canary-by-cookie", MEDIUM, BASIC_TEXT, "the cookie that decides"),
            part("canary-weight", LOW, INT, "the share of the alternative"),
            part("canary-weight-total", LOW, INT, "what the share is a part of"));

    private CanaryAnnotations() {}

    private static Annotation part(String name, Risk risk, Format format, String about) {
        return later(QUIET, name, risk, format, IGNORE, about).partOf("canary");
    }
}
