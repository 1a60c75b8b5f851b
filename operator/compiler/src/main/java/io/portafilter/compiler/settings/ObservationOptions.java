package io.portafilter.compiler.settings;

import static io.portafilter.compiler.catalogue.Absence.QUIET;
import static io.portafilter.compiler.catalogue.Absence.VISIBLE;
import static io.portafilter.compiler.catalogue.Formats.ANYTHING;
import static io.portafilter.compiler.catalogue.Formats.BOOL;
import static io.portafilter.compiler.catalogue.Formats.INT;
import static io.portafilter.compiler.settings.OptionGroup.later;

/** Logs, traces, places on a map (behaviour §19). */
final class ObservationOptions {
    static final OptionGroup LOGS = OptionGroup.of(
            "Logs",
            later(VISIBLE, "disable-access-log", BOOL, "no access log"),
            later(VISIBLE, "disable-http-access-log", BOOL, "none for HTTP"),
            later(QUIET, "disable-stream-access-log", BOOL, "none for TCP and UDP"),
            later(QUIET, "enable-access-log-for-default-backend", BOOL, "lines for the default backend too"),
            later(QUIET, "enable-auth-access-log", BOOL, "lines for authentication requests too"),
            later(VISIBLE, "skip-access-log-urls", ANYTHING, "paths without lines"),
            later(VISIBLE, "log-format-upstream", ANYTHING, "what a line holds"),
            later(QUIET, "log-format-stream", ANYTHING, "what a line for TCP and UDP holds"),
            later(VISIBLE, "log-format-escape-json", BOOL, "values are escaped for JSON"),
            later(VISIBLE, "log-format-escape-none", BOOL, "values are not escaped"),
            later(VISIBLE, "access-log-path", ANYTHING, "the file of the access log")
                    .withIdle("/var/log/nginx/access.log"),
            later(VISIBLE, "http-access-log-path", ANYTHING, "the same for HTTP"),
            later(QUIET, "stream-access-log-path", ANYTHING, "the same for TCP and UDP"),
            later(QUIET, "access-log-params", ANYTHING, "how it is written"),
            later(QUIET, "error-log-path", ANYTHING, "the file of the error log")
                    .withIdle("/var/log/nginx/error.log"),
            later(QUIET, "error-log-level", ANYTHING, "how much it says").withIdle("notice"),
            later(VISIBLE, "enable-syslog", BOOL, "logs go to syslog"),
            later(QUIET, "syslog-host", ANYTHING, "its host").withPartOf("enable-syslog"),
            later(QUIET, "syslog-port", INT, "its port").withPartOf("enable-syslog"),
            later(QUIET, "debug-connections", ANYTHING, "clients with more to say about"));

    static final OptionGroup TRACES = OptionGroup.of(
            "Traces",
            later(VISIBLE, "enable-opentelemetry", BOOL, "traces"),
            later(QUIET, "opentelemetry-trust-incoming-span", BOOL, "whether a client's trace goes on")
                    .withPartOf("enable-opentelemetry"),
            later(QUIET, "opentelemetry-operation-name", ANYTHING, "the name of the spans")
                    .withPartOf("enable-opentelemetry"),
            later(QUIET, "opentelemetry-config", ANYTHING, "the exporter's file")
                    .withPartOf("enable-opentelemetry"),
            later(QUIET, "otlp-collector-host", ANYTHING, "the collector").withPartOf("enable-opentelemetry"),
            later(QUIET, "otlp-collector-port", INT, "its port").withPartOf("enable-opentelemetry"),
            later(QUIET, "otel-max-queuesize", INT, "spans that wait").withPartOf("enable-opentelemetry"),
            later(QUIET, "otel-schedule-delay-millis", INT, "for how long").withPartOf("enable-opentelemetry"),
            later(QUIET, "otel-max-export-batch-size", INT, "spans sent at once")
                    .withPartOf("enable-opentelemetry"),
            later(QUIET, "otel-service-name", ANYTHING, "our name in traces").withPartOf("enable-opentelemetry"),
            later(QUIET, "otel-sampler", ANYTHING, "which requests are traced").withPartOf("enable-opentelemetry"),
            later(QUIET, "otel-sampler-parent-based", BOOL, "those that the client traces")
                    .withPartOf("enable-opentelemetry"),
            later(QUIET, "otel-sampler-ratio", ANYTHING, "that share of them").withPartOf("enable-opentelemetry"));

    static final OptionGroup PLACES = OptionGroup.of(
            "Places",
            later(VISIBLE, "use-geoip2", BOOL, "where clients are, as variables"),
            later(QUIET, "geoip2-autoreload-in-minutes", INT, "how often the databases are read")
                    .withPartOf("use-geoip2"));

    static final OptionGroup PROCESS = OptionGroup.of(
            "Process",
            later(QUIET, "worker-processes", ANYTHING, "event loops").withIdle("auto"),
            later(QUIET, "max-worker-connections", INT, "connections of one of them")
                    .withIdle("16384"),
            later(VISIBLE, "worker-shutdown-timeout", ANYTHING, "how long connections may take to end")
                    .withIdle("240s"),
            later(QUIET, "reuse-port", BOOL, "one socket for each event loop").withIdle("true"));

    private ObservationOptions() {}
}
