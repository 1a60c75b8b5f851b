package io.portafilter.compiler.annotation;

import static io.portafilter.compiler.annotation.Annotation.built;
import static io.portafilter.compiler.annotation.Annotation.later;
import static io.portafilter.compiler.annotation.OnInvalid.IGNORE;
import static io.portafilter.compiler.annotation.OnInvalid.REJECT;
import static io.portafilter.compiler.annotation.Risk.LOW;
import static io.portafilter.compiler.annotation.Risk.MEDIUM;
import static io.portafilter.compiler.catalogue.Absence.QUIET;
import static io.portafilter.compiler.catalogue.Absence.VISIBLE;
import static io.portafilter.compiler.catalogue.Formats.INT;
import static io.portafilter.compiler.catalogue.Formats.ON_OFF;
import static io.portafilter.compiler.catalogue.Formats.SIZE;
import static io.portafilter.compiler.catalogue.Formats.URL_TEXT;
import static io.portafilter.compiler.catalogue.Formats.exact;
import static io.portafilter.compiler.catalogue.Formats.oneOf;

import io.portafilter.compiler.catalogue.Format;
import io.portafilter.compiler.catalogue.NextUpstream;

/** Time, size and tries of the exchange with the backend (behaviour §5). */
final class ProxyAnnotations {
    private static final Format COOKIE_DOMAIN =
            exact("off, or two domains with a space between them", "off|[A-Za-z0-9\\-._~/:]+\\s+[A-Za-z0-9\\-._~/:]+");

    static final Group EXCHANGE = Group.of(
            "Time, size and tries",
            built("proxy-connect-timeout", LOW, INT, IGNORE, "seconds to connect to the backend"),
            built("proxy-read-timeout", LOW, INT, IGNORE, "seconds between two reads of its answer"),
            built("proxy-send-timeout", LOW, INT, IGNORE, "seconds between two writes of the request"),
            built("proxy-body-size", MEDIUM, SIZE, IGNORE, "the largest request body; 0 is no limit"),
            built("proxy-next-upstream", MEDIUM, NextUpstream.FORMAT, IGNORE, "when another endpoint is tried"),
            built("proxy-next-upstream-tries", LOW, INT, IGNORE, "how many tries; 0 is no limit"),
            built("proxy-next-upstream-timeout", LOW, INT, IGNORE, "seconds for all tries; 0 is no limit"));

    static final Group BUFFERS = Group.of(
            "Buffers",
            later(
                            QUIET,
                            "proxy-request-buffering",
                            LOW,
                            ON_OFF,
                            IGNORE,
                            "the whole body is read before the backend sees it")
                    .idle("off"),
            later(QUIET, "proxy-buffering", LOW, ON_OFF, IGNORE, "answers are read ahead of slow clients")
                    .idle("off"),
            later(QUIET, "proxy-buffers-number", LOW, INT, IGNORE, "how many buffers for that"),
            later(VISIBLE, "proxy-buffer-size", LOW, SIZE, IGNORE, "the largest head of an answer"),
            later(QUIET, "proxy-busy-buffers-size", LOW, SIZE, IGNORE, "buffers that are being sent"),
            later(QUIET, "proxy-max-temp-file-size", LOW, SIZE, IGNORE, "how much of an answer goes to disk"),
            later(QUIET, "client-body-buffer-size", LOW, SIZE, REJECT, "how much of a body stays in memory"));

    static final Group HEADS = Group.of(
            "Rewritten headers",
            later(
                            VISIBLE,
                            "proxy-cookie-domain",
                            MEDIUM,
                            COOKIE_DOMAIN,
                            IGNORE,
                            "another Domain in the backend's cookies")
                    .idle("off"),
            later(VISIBLE, "proxy-cookie-path", MEDIUM, URL_TEXT, IGNORE, "another Path in the backend's cookies")
                    .idle("off"),
            later(
                            VISIBLE,
                            "proxy-redirect-from",
                            MEDIUM,
                            URL_TEXT,
                            IGNORE,
                            "what is replaced in the backend's Location")
                    .idle("off", "default"),
            later(QUIET, "proxy-redirect-to", MEDIUM, URL_TEXT, IGNORE, "what replaces it")
                    .partOf("proxy-redirect-from"),
            later(VISIBLE, "proxy-http-version", LOW, oneOf("1.0", "1.1"), IGNORE, "HTTP/1.0 towards the backend")
                    .idle("1.1"),
            later(
                    VISIBLE,
                    "connection-proxy-header",
                    LOW,
                    oneOf("close", "keep-alive"),
                    REJECT,
                    "another Connection header for the backend"));

    private ProxyAnnotations() {}
}
