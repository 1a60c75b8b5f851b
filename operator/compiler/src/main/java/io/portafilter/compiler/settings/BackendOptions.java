package io.portafilter.compiler.settings;

import static io.portafilter.compiler.catalogue.Absence.QUIET;
import static io.portafilter.compiler.catalogue.Absence.VISIBLE;
import static io.portafilter.compiler.catalogue.Formats.ANYTHING;
import static io.portafilter.compiler.catalogue.Formats.BOOL;
import static io.portafilter.compiler.catalogue.Formats.INT;
import static io.portafilter.compiler.catalogue.Formats.ON_OFF;
import static io.portafilter.compiler.catalogue.Formats.SIZE;
import static io.portafilter.compiler.catalogue.Formats.oneOf;
import static io.portafilter.compiler.settings.OptionGroup.built;
import static io.portafilter.compiler.settings.OptionGroup.later;

import io.portafilter.compiler.catalogue.NextUpstream;

/** The exchange with backends (behaviour §5, §6, §10, §17). */
final class BackendOptions {
    static final OptionGroup EXCHANGE = OptionGroup.of(
            "Time, size and tries",
            built("proxy-connect-timeout", INT, "seconds to connect (5)"),
            built("proxy-read-timeout", INT, "seconds between two reads of the answer (60)"),
            built("proxy-send-timeout", INT, "seconds between two writes of the request (60)"),
            built("proxy-body-size", SIZE, "the largest request body; 0 is no limit (1m)"),
            built("proxy-next-upstream", NextUpstream.FORMAT, "when another endpoint is tried (error timeout)"),
            built("proxy-next-upstream-tries", INT, "how many tries; 0 is no limit (3)"),
            built("proxy-next-upstream-timeout", INT, "seconds for all tries; 0 is no limit (0)"),
            built("retry-non-idempotent", BOOL, "POST, LOCK and PATCH are tried again too (false)"),
            built("service-upstream", BOOL, "Services' own addresses instead of endpoints (false)"),
            later(VISIBLE, "load-balance", oneOf("round_robin", "ewma"), "how an endpoint is picked")
                    .withIdle("round_robin"),
            later(VISIBLE, "proxy-http-version", ANYTHING, "HTTP/1.0 towards backends")
                    .withIdle("1.1"));

    static final OptionGroup POOL = OptionGroup.of(
            "Connections to backends",
            later(QUIET, "upstream-keepalive-connections", INT, "idle connections")
                    .withIdle("320"),
            later(QUIET, "upstream-keepalive-timeout", INT, "seconds that one stays idle")
                    .withIdle("60"),
            later(QUIET, "upstream-keepalive-requests", INT, "requests on one").withIdle("10000"),
            later(QUIET, "upstream-keepalive-time", ANYTHING, "how old one gets")
                    .withIdle("1h"));

    static final OptionGroup BUFFERS = OptionGroup.of(
            "Buffers",
            later(QUIET, "proxy-request-buffering", ON_OFF, "the whole body is read before the backend sees it")
                    .withIdle("off"),
            later(QUIET, "proxy-buffering", ON_OFF, "answers are read ahead of slow clients")
                    .withIdle("off"),
            later(QUIET, "proxy-buffers-number", INT, "how many buffers for that")
                    .withIdle("4"),
            later(VISIBLE, "proxy-buffer-size", SIZE, "the largest head of an answer")
                    .withIdle("4k"),
            later(QUIET, "proxy-busy-buffers-size", SIZE, "buffers that are being sent"),
            later(QUIET, "proxy-max-temp-file-size", SIZE, "how much of an answer goes to disk")
                    .withIdle("1024m"),
            later(QUIET, "grpc-buffer-size-kb", INT, "the same for gRPC").withIdle("0"));

    static final OptionGroup ANSWERS = OptionGroup.of(
            "Answers of backends",
            later(VISIBLE, "custom-http-errors", ANYTHING, "answers with these codes come from the default backend"),
            later(QUIET, "disable-proxy-intercept-errors", BOOL, "backends' own errors stay")
                    .withPartOf("custom-http-errors"),
            later(VISIBLE, "proxy-cookie-domain", ANYTHING, "another Domain in cookies")
                    .withIdle("off"),
            later(VISIBLE, "proxy-cookie-path", ANYTHING, "another Path in cookies")
                    .withIdle("off"),
            later(VISIBLE, "proxy-redirect-from", ANYTHING, "what is replaced in Location")
                    .withIdle("off", "default"),
            later(QUIET, "proxy-redirect-to", ANYTHING, "what replaces it").withIdle("off"),
            later(QUIET, "proxy-ssl-location-only", BOOL, "proxy-ssl annotations hold for routes, not hosts"),
            later(VISIBLE, "limit-rate", INT, "bytes a second of one answer").withIdle("0"),
            later(QUIET, "limit-rate-after", INT, "bytes of an answer at full speed")
                    .withIdle("0"));

    static final OptionGroup COMPRESSION = OptionGroup.of(
            "Compression",
            later(VISIBLE, "use-gzip", BOOL, "gzip"),
            later(QUIET, "gzip-level", INT, "how hard it tries").withPartOf("use-gzip"),
            later(QUIET, "gzip-min-length", INT, "the shortest answer").withPartOf("use-gzip"),
            later(QUIET, "gzip-types", ANYTHING, "content types").withPartOf("use-gzip"),
            later(QUIET, "gzip-disable", ANYTHING, "browsers without").withPartOf("use-gzip"),
            later(VISIBLE, "enable-brotli", BOOL, "brotli"),
            later(QUIET, "brotli-level", INT, "how hard it tries").withPartOf("enable-brotli"),
            later(QUIET, "brotli-min-length", INT, "the shortest answer").withPartOf("enable-brotli"),
            later(QUIET, "brotli-types", ANYTHING, "content types").withPartOf("enable-brotli"));

    static final OptionGroup STREAMS = OptionGroup.of(
            "TCP and UDP",
            later(QUIET, "proxy-stream-timeout", ANYTHING, "idle time").withIdle("600s"),
            later(QUIET, "proxy-stream-next-upstream", BOOL, "another endpoint when connecting fails")
                    .withIdle("true"),
            later(QUIET, "proxy-stream-next-upstream-tries", INT, "how many tries")
                    .withIdle("3"),
            later(QUIET, "proxy-stream-next-upstream-timeout", ANYTHING, "time for all tries")
                    .withIdle("600s"),
            later(QUIET, "proxy-stream-responses", INT, "datagrams that answer one")
                    .withIdle("1"));

    private BackendOptions() {}
}
