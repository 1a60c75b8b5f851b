package io.portafilter.compiler.settings;

import static io.portafilter.compiler.catalogue.Absence.QUIET;
import static io.portafilter.compiler.catalogue.Absence.UNENFORCED;
import static io.portafilter.compiler.catalogue.Absence.VISIBLE;
import static io.portafilter.compiler.catalogue.Formats.ANYTHING;
import static io.portafilter.compiler.catalogue.Formats.BOOL;
import static io.portafilter.compiler.catalogue.Formats.INT;
import static io.portafilter.compiler.catalogue.Formats.SIZE;
import static io.portafilter.compiler.catalogue.Formats.oneOf;
import static io.portafilter.compiler.settings.OptionGroup.built;
import static io.portafilter.compiler.settings.OptionGroup.later;

/** How clients are served (behaviour §4, §5, §7). */
final class ServingOptions {
    static final OptionGroup CLIENTS = OptionGroup.of(
            "Connections of clients",
            built("keep-alive", INT, "seconds that an idle connection stays open; 0 closes after each answer (75)"),
            built("keep-alive-requests", INT, "requests on one connection (1000)"),
            built("client-header-timeout", INT, "seconds for a request's head (60)"),
            built("client-body-timeout", INT, "seconds between two reads of a body (60)"),
            later(VISIBLE, "client-header-buffer-size", SIZE, "first buffer for a head")
                    .withIdle("1k"),
            later(VISIBLE, "large-client-header-buffers", ANYTHING, "the largest head")
                    .withIdle("4 8k"),
            later(QUIET, "client-body-buffer-size", SIZE, "how much of a body stays in memory")
                    .withIdle("8k"),
            later(VISIBLE, "enable-underscores-in-headers", BOOL, "header names with _ pass"),
            later(VISIBLE, "ignore-invalid-headers", BOOL, "false: invalid header names pass")
                    .withIdle("true"),
            later(VISIBLE, "use-http2", BOOL, "false: no HTTP/2").withIdle("true"),
            later(VISIBLE, "http2-max-concurrent-streams", INT, "streams of one HTTP/2 connection")
                    .withIdle("128"));

    static final OptionGroup REDIRECTS = OptionGroup.of(
            "Redirects",
            built("ssl-redirect", BOOL, "http goes to https when the host has a certificate (true)"),
            built("force-ssl-redirect", BOOL, "http goes to https in any case (false)"),
            built("preserve-trailing-slash", BOOL, "that redirect keeps a slash at the end (false)"),
            built("http-redirect-code", oneOf("301", "302", "307", "308"), "its status (308)"),
            built(
                    "no-tls-redirect-locations",
                    ANYTHING,
                    "paths that are never redirected when they begin so (/.well-known/acme-challenge)"),
            later(VISIBLE, "relative-redirects", BOOL, "redirects name neither scheme nor host"),
            later(VISIBLE, "use-port-in-redirects", BOOL, "redirects name the port"));

    static final OptionGroup HEADERS = OptionGroup.of(
            "Headers",
            built("hsts", BOOL, "Strict-Transport-Security on answers over TLS (true)"),
            built("hsts-max-age", INT, "its max-age in seconds (31536000)"),
            built("hsts-include-subdomains", BOOL, "whether it says includeSubDomains (true)"),
            built("hsts-preload", BOOL, "whether it says preload (false)"),
            built("server-tokens", BOOL, "the proxy names itself in Server (false)"),
            built("allow-backend-server-header", BOOL, "the backend's Server header passes (false)"),
            later(VISIBLE, "add-headers", ANYTHING, "the ConfigMap with headers for answers"),
            later(VISIBLE, "hide-headers", ANYTHING, "headers of backends that clients do not see"),
            // It may be what takes a forged identity away.
            later(UNENFORCED, "proxy-set-headers", ANYTHING, "the ConfigMap with headers for backends"),
            later(QUIET, "global-allowed-response-headers", ANYTHING, "headers that custom-headers may set"),
            later(VISIBLE, "generate-request-id", BOOL, "false: no X-Request-ID of our own")
                    .withIdle("true"),
            later(VISIBLE, "proxy-add-original-uri-header", BOOL, "X-Original-Uri for backends"),
            later(QUIET, "default-type", ANYTHING, "type of answers that have none")
                    .withIdle("text/html"));

    static final OptionGroup ADDRESSES = OptionGroup.of(
            "Addresses of clients",
            later(VISIBLE, "use-forwarded-headers", BOOL, "X-Forwarded-* of clients are believed"),
            later(VISIBLE, "enable-real-ip", BOOL, "the address in X-Forwarded-For is believed"),
            later(QUIET, "proxy-real-ip-cidr", ANYTHING, "peers whose word is believed")
                    .withIdle("0.0.0.0/0"),
            later(QUIET, "forwarded-for-header", ANYTHING, "the header with the address")
                    .withIdle("X-Forwarded-For"),
            later(QUIET, "forwarded-host-header", ANYTHING, "the header with the host")
                    .withIdle("X-Forwarded-Host"),
            later(QUIET, "compute-full-forwarded-for", BOOL, "X-Forwarded-For keeps what it held")
                    .withPartOf("use-forwarded-headers"),
            later(UNENFORCED, "use-proxy-protocol", BOOL, "connections begin with a PROXY header"),
            later(QUIET, "proxy-protocol-header-timeout", ANYTHING, "how long that header may take")
                    .withIdle("5s"),
            later(QUIET, "forwarded-for-proxy-protocol-header", ANYTHING, "a helper for both at once")
                    .withIdle("X-Forwarded-For-Proxy-Protocol"),
            later(UNENFORCED, "bind-address", ANYTHING, "addresses to listen on"),
            later(VISIBLE, "disable-ipv6", BOOL, "no listening on IPv6"),
            later(QUIET, "disable-ipv6-dns", BOOL, "no looking up of IPv6 addresses"));

    private ServingOptions() {}
}
