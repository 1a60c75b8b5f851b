package io.portafilter.compiler.settings;

import static io.portafilter.compiler.settings.OptionGroup.never;

import io.portafilter.compiler.catalogue.Entry;
import java.util.stream.Stream;

/** What only nginx needs, and what ingress-nginx itself no longer looked at (behaviour §22). */
final class NeverOptions {
    static final OptionGroup NGINX = of(
            "Inner matters of nginx",
            "a setting inside nginx",
            "it sets up nginx, which is not there",
            "enable-aio-write",
            "enable-multi-accept",
            "enable-serial-reloads",
            "lua-shared-dicts",
            "map-hash-bucket-size",
            "max-worker-open-files",
            "nginx-status-ipv4-whitelist",
            "nginx-status-ipv6-whitelist",
            "proxy-headers-hash-bucket-size",
            "proxy-headers-hash-max-size",
            "server-name-hash-bucket-size",
            "server-name-hash-max-size",
            "variables-hash-bucket-size",
            "variables-hash-max-size",
            "worker-cpu-affinity");

    static final OptionGroup DEAD = of(
            "Dead",
            "no longer looked at by ingress-nginx",
            "ingress-nginx ignores it too",
            "http2-max-field-size",
            "http2-max-header-size",
            "http2-max-requests",
            "jaeger-baggage-header",
            "jaeger-collector-host",
            "jaeger-collector-port",
            "jaeger-debug-header",
            "jaeger-endpoint",
            "jaeger-propagation-format",
            "jaeger-sampler-host",
            "jaeger-sampler-param",
            "jaeger-sampler-port",
            "jaeger-sampler-type",
            "jaeger-service-name",
            "jaeger-trace-baggage-header-prefix",
            "jaeger-trace-context-header-name",
            "use-geoip");

    private NeverOptions() {}

    private static OptionGroup of(String title, String about, String why, String... names) {
        return OptionGroup.of(
                title, Stream.of(names).map(name -> never(name, about, why)).toArray(Entry[]::new));
    }
}
