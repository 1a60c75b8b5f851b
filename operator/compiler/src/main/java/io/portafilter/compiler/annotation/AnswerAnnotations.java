package io.portafilter.compiler.annotation;

import static io.portafilter.compiler.annotation.Annotation.later;
import static io.portafilter.compiler.annotation.OnInvalid.IGNORE;
import static io.portafilter.compiler.annotation.OnInvalid.REJECT;
import static io.portafilter.compiler.annotation.Risk.LOW;
import static io.portafilter.compiler.annotation.Risk.MEDIUM;
import static io.portafilter.compiler.catalogue.Absence.QUIET;
import static io.portafilter.compiler.catalogue.Absence.VISIBLE;
import static io.portafilter.compiler.catalogue.Formats.BASIC_TEXT;
import static io.portafilter.compiler.catalogue.Formats.BOOL;
import static io.portafilter.compiler.catalogue.Formats.HEADER_NAMES;
import static io.portafilter.compiler.catalogue.Formats.INT;
import static io.portafilter.compiler.catalogue.Formats.compact;

import io.portafilter.compiler.catalogue.Format;

/** Answers that are made or changed by the proxy, and what is written about them (behaviour §6, §9, §19). */
final class AnswerAnnotations {
    private static final Format ORIGINS = compact(
            "origins (scheme://host, scheme://*.host, with or without port) with commas between them, or *",
            "(?:(?:[a-z]+://)?(?:\\*\\.)?[A-Za-z0-9\\-.]*(?::[0-9]+)?,?)*|\\*");
    private static final Format METHODS = compact("methods with commas between them", "(?:[A-Za-z]+,?)+");
    private static final Format EXPOSED =
            compact("names of headers with commas between them, or *", "(?:(?:[A-Za-z0-9\\-_]+|\\*),?)+");
    private static final Format CODES =
            compact("status codes from 400 to 599 with commas between them", "(?:[45][0-9]{2},?)*");
    private static final Format SERVICE = compact(
            "the name of a Service: up to 63 lower case letters, digits and -, beginning with a letter",
            "[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?");
    private static final Format SPAN = compact("a text of letters, digits and _ -", "[A-Za-z0-9_\\-]*");

    static final Group CORS = Group.of(
            "CORS",
            later(VISIBLE, "enable-cors", LOW, BOOL, IGNORE, "CORS headers, and answers to OPTIONS"),
            cors("cors-allow-origin", MEDIUM, ORIGINS, "origins that may read answers"),
            cors("cors-allow-methods", MEDIUM, METHODS, "methods that they may use"),
            cors("cors-allow-headers", MEDIUM, HEADER_NAMES, "headers that they may send"),
            cors("cors-allow-credentials", LOW, BOOL, "whether they may send cookies")
                    .idle("true"),
            cors("cors-expose-headers", MEDIUM, EXPOSED, "headers that they may read"),
            cors("cors-max-age", LOW, INT, "seconds that a browser remembers this"));

    static final Group ERRORS = Group.of(
            "Errors and headers of answers",
            later(
                    VISIBLE,
                    "custom-http-errors",
                    LOW,
                    CODES,
                    REJECT,
                    "answers with these codes come from the default backend"),
            later(QUIET, "disable-proxy-intercept-errors", LOW, BOOL, IGNORE, "the backend's own errors stay")
                    .partOf("custom-http-errors"),
            later(
                    VISIBLE,
                    "default-backend",
                    LOW,
                    SERVICE,
                    IGNORE,
                    "the Service that answers when the route's has no endpoint"),
            // Its ConfigMap may be in any namespace, as in ingress-nginx: the cluster's owner lists the headers.
            later(VISIBLE, "custom-headers", MEDIUM, BASIC_TEXT, IGNORE, "the ConfigMap with headers for answers"));

    static final Group LOGS = Group.of(
            "Logs and traces",
            later(VISIBLE, "enable-access-log", LOW, BOOL, IGNORE, "false: no lines in the access log")
                    .idle("true"),
            later(QUIET, "enable-rewrite-log", LOW, BOOL, IGNORE, "lines about rewrites"),
            later(QUIET, "enable-opentelemetry", LOW, BOOL, IGNORE, "traces"),
            later(QUIET, "opentelemetry-trust-incoming-span", LOW, BOOL, IGNORE, "whether a client's trace goes on")
                    .partOf("enable-opentelemetry"),
            later(QUIET, "opentelemetry-operation-name", MEDIUM, SPAN, REJECT, "the name of the spans"));

    private AnswerAnnotations() {}

    private static Annotation cors(String name, Risk risk, Format format, String about) {
        return later(QUIET, name, risk, format, IGNORE, about).partOf("enable-cors");
    }
}
