package io.portafilter.compiler.annotation;

import static io.portafilter.compiler.annotation.Annotation.removed;

import java.util.List;
import java.util.stream.Stream;

/** What the last ingress-nginx no longer knew, and what has lost its meaning (behaviour §22). */
final class RemovedAnnotations {
    static final Group GROUP = new Group(
            "Removed",
            Stream.of(
                            List.of(
                                    removed(
                                            "http2-push-preload",
                                            "HTTP/2 server push",
                                            "browsers and nginx have given up server push"),
                                    removed(
                                            "secure-backends",
                                            "TLS towards the backend",
                                            "ingress-nginx removed it: backend-protocol replaces it"),
                                    removed(
                                            "grpc-backend",
                                            "gRPC towards the backend",
                                            "ingress-nginx removed it: backend-protocol replaces it"),
                                    removed(
                                            "secure-verify-ca-secret",
                                            "authority of the backend's certificate",
                                            "ingress-nginx removed it: proxy-ssl-secret replaces it"),
                                    removed("add-base-url", "a base element in HTML", "ingress-nginx removed it"),
                                    removed("base-url-scheme", "its scheme", "ingress-nginx removed it"),
                                    removed("session-cookie-hash", "hash of the cookie", "ingress-nginx removed it")),
                            all(
                                    "ingress-nginx removed it in 1.12: limit-rps and limit-rpm count for each proxy",
                                    "one rate for all proxies",
                                    "global-rate-limit",
                                    "global-rate-limit-window",
                                    "global-rate-limit-key",
                                    "global-rate-limit-ignored-cidrs"),
                            all(
                                    "ingress-nginx removed it in 1.10: enable-opentelemetry replaces it",
                                    "traces",
                                    "enable-opentracing",
                                    "opentracing-trust-incoming-span"),
                            all(
                                    "ingress-nginx removed it",
                                    "reports to InfluxDB",
                                    "enable-influxdb",
                                    "influxdb-measurement",
                                    "influxdb-port",
                                    "influxdb-host",
                                    "influxdb-server-name"),
                            all(
                                    "ingress-nginx removed it",
                                    "a web application firewall",
                                    "lua-resty-waf",
                                    "lua-resty-waf-debug",
                                    "lua-resty-waf-ignore-rulesets",
                                    "lua-resty-waf-extra-rules",
                                    "lua-resty-waf-allow-unknown-content-types",
                                    "lua-resty-waf-score-threshold",
                                    "lua-resty-waf-process-multipart-body"))
                    .flatMap(List::stream)
                    .toList());

    private RemovedAnnotations() {}

    private static List<Annotation> all(String why, String about, String... names) {
        return Stream.of(names).map(name -> removed(name, about, why)).toList();
    }
}
