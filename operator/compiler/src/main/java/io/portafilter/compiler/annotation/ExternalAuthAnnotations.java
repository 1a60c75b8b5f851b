package io.portafilter.compiler.annotation;

import static io.portafilter.compiler.annotation.Annotation.later;
import static io.portafilter.compiler.annotation.OnInvalid.DENY;
import static io.portafilter.compiler.annotation.OnInvalid.FAIL_CLOSED;
import static io.portafilter.compiler.annotation.OnInvalid.IGNORE;
import static io.portafilter.compiler.annotation.OnInvalid.REJECT;
import static io.portafilter.compiler.annotation.Risk.HIGH;
import static io.portafilter.compiler.annotation.Risk.LOW;
import static io.portafilter.compiler.annotation.Risk.MEDIUM;
import static io.portafilter.compiler.catalogue.Absence.OPENS;
import static io.portafilter.compiler.catalogue.Absence.QUIET;
import static io.portafilter.compiler.catalogue.Formats.BASIC_TEXT;
import static io.portafilter.compiler.catalogue.Formats.BOOL;
import static io.portafilter.compiler.catalogue.Formats.HEADER_NAMES;
import static io.portafilter.compiler.catalogue.Formats.INT;
import static io.portafilter.compiler.catalogue.Formats.URL_TEXT;
import static io.portafilter.compiler.catalogue.Formats.URL_WITH_VARIABLES;
import static io.portafilter.compiler.catalogue.Formats.VARIABLES;
import static io.portafilter.compiler.catalogue.Formats.compact;
import static io.portafilter.compiler.catalogue.Formats.exact;

import io.portafilter.compiler.catalogue.Absence;
import io.portafilter.compiler.catalogue.Format;
import io.portafilter.snapshot.Kind;

/** A service that is asked about each request (behaviour §8). */
final class ExternalAuthAnnotations {
    private static final Format METHOD =
            compact("an HTTP method in upper case", "GET|HEAD|POST|PUT|PATCH|DELETE|CONNECT|OPTIONS|TRACE");
    private static final Format DURATIONS = exact(
            "status codes and a time, with commas between such groups, for example 200 202 30m",
            "[A-Za-z0-9\\-._~/:, ]*");

    static final Group GROUP = Group.of(
            "External authentication",
            later(OPENS, "auth-url", HIGH, URL_WITH_VARIABLES, REJECT, "the service that decides about each request"),
            part(OPENS, "auth-method", LOW, METHOD, DENY, "the method of its requests"),
            part(QUIET, "auth-signin", HIGH, URL_WITH_VARIABLES, IGNORE, "where a client is sent instead of a 401"),
            part(QUIET, "auth-signin-redirect-param", MEDIUM, URL_TEXT, IGNORE, "the parameter for the way back"),
            part(OPENS, "auth-response-headers", MEDIUM, HEADER_NAMES, DENY, "headers that go on to the backend"),
            part(
                            OPENS,
                            "auth-proxy-set-headers",
                            MEDIUM,
                            BASIC_TEXT,
                            DENY,
                            "the ConfigMap with headers for the service")
                    .names(Kind.CONFIG_MAP),
            part(OPENS, "auth-request-redirect", MEDIUM, URL_TEXT, FAIL_CLOSED, "the text of X-Auth-Request-Redirect"),
            part(OPENS, "auth-always-set-cookie", LOW, BOOL, FAIL_CLOSED, "cookies of the service on every answer"),
            part(QUIET, "auth-cache-key", MEDIUM, VARIABLES, IGNORE, "what decisions are remembered by"),
            part(OPENS, "auth-cache-duration", MEDIUM, DURATIONS, FAIL_CLOSED, "how long decisions are remembered"),
            part(QUIET, "auth-keepalive", LOW, INT, IGNORE, "idle connections to the service"),
            part(QUIET, "auth-keepalive-share-vars", LOW, BOOL, IGNORE, "the same X-Request-ID for both requests"),
            part(QUIET, "auth-keepalive-requests", LOW, INT, IGNORE, "requests on one such connection"),
            part(QUIET, "auth-keepalive-timeout", LOW, INT, IGNORE, "seconds that such a connection stays open"),
            // Absent, the global service is asked as well: stricter, never wider.
            later(QUIET, "enable-global-auth", LOW, BOOL, IGNORE, "false: the ConfigMap's global-auth-url is not asked")
                    .idle("true"));

    private ExternalAuthAnnotations() {}

    private static Annotation part(
            Absence absence, String name, Risk risk, Format format, OnInvalid onInvalid, String about) {
        return later(absence, name, risk, format, onInvalid, about).partOf("auth-url");
    }
}
