package io.portafilter.compiler.settings;

import static io.portafilter.compiler.catalogue.Absence.OPENS;
import static io.portafilter.compiler.catalogue.Absence.QUIET;
import static io.portafilter.compiler.catalogue.Absence.UNENFORCED;
import static io.portafilter.compiler.catalogue.Formats.ANYTHING;
import static io.portafilter.compiler.catalogue.Formats.BOOL;
import static io.portafilter.compiler.catalogue.Formats.INT;
import static io.portafilter.compiler.catalogue.Formats.oneOfAnyCase;
import static io.portafilter.compiler.settings.OptionGroup.built;
import static io.portafilter.compiler.settings.OptionGroup.later;
import static io.portafilter.compiler.settings.OptionGroup.snippet;

import io.portafilter.compiler.catalogue.Absence;
import io.portafilter.compiler.catalogue.Entry;
import io.portafilter.compiler.catalogue.Format;

/** Who may do what (behaviour §7, §8, §9, §14, §15, §16). */
final class ProtectionOptions {
    static final OptionGroup INGRESSES = OptionGroup.of(
            "What Ingresses may say",
            built(
                    "annotations-risk-level",
                    oneOfAnyCase("low", "medium", "high", "critical"),
                    "the riskiest annotations that are accepted (High)"),
            built("annotation-value-word-blocklist", ANYTHING, "words that no annotation may hold (none)"),
            built("allow-cross-namespace-resources", BOOL, "annotations may name Secrets of other namespaces (false)"),
            built(
                    "allow-snippet-annotations",
                    BOOL,
                    "snippets never run; true closes routes whose snippets refuse (false)"),
            built("strict-validate-path-type", BOOL, "Exact and Prefix paths must be plain (true)"));

    static final OptionGroup ACCESS = OptionGroup.of(
            "Who may come",
            later(OPENS, "whitelist-source-range", ANYTHING, "only these clients; others get 403"),
            later(OPENS, "denylist-source-range", ANYTHING, "these clients get 403"),
            later(OPENS, "block-cidrs", ANYTHING, "these clients get 403 on every host"),
            later(OPENS, "block-user-agents", ANYTHING, "these User-Agents get 403"),
            later(OPENS, "block-referers", ANYTHING, "these Referers get 403"),
            later(OPENS, "enable-modsecurity", BOOL, "a web application firewall"),
            later(QUIET, "enable-owasp-modsecurity-crs", BOOL, "its rules of OWASP")
                    .withPartOf("enable-modsecurity"),
            later(QUIET, "limit-req-status-code", INT, "status beyond limit-rps")
                    .withIdle("503"),
            later(QUIET, "limit-conn-status-code", INT, "status beyond limit-connections")
                    .withIdle("503"),
            later(QUIET, "limit-conn-zone-variable", ANYTHING, "what limits count by")
                    .withIdle("$binary_remote_addr"));

    static final OptionGroup GLOBAL_AUTH = OptionGroup.of(
            "External authentication for all",
            later(OPENS, "global-auth-url", ANYTHING, "the service that decides about each request"),
            part(QUIET, "global-auth-method", ANYTHING, "the method of its requests"),
            part(QUIET, "global-auth-signin", ANYTHING, "where a client is sent instead of a 401"),
            part(QUIET, "global-auth-signin-redirect-param", ANYTHING, "the parameter for the way back"),
            part(QUIET, "global-auth-response-headers", ANYTHING, "headers that go on to the backend"),
            part(QUIET, "global-auth-request-redirect", ANYTHING, "the text of X-Auth-Request-Redirect"),
            part(QUIET, "global-auth-cache-key", ANYTHING, "what decisions are remembered by"),
            part(QUIET, "global-auth-cache-duration", ANYTHING, "how long they are remembered"),
            part(QUIET, "global-auth-always-set-cookie", BOOL, "cookies of the service on every answer"),
            // Absent, more is asked for: stricter, never wider.
            later(QUIET, "no-auth-locations", ANYTHING, "paths without authentication when they begin so")
                    .withIdle("/.well-known/acme-challenge"));

    static final OptionGroup TLS = OptionGroup.of(
            "TLS",
            later(UNENFORCED, "ssl-protocols", ANYTHING, "versions of TLS").withIdle("TLSv1.2 TLSv1.3"),
            later(UNENFORCED, "ssl-ciphers", ANYTHING, "ciphers"),
            later(UNENFORCED, "ssl-reject-handshake", BOOL, "no handshake for unknown names"),
            later(QUIET, "ssl-ecdh-curve", ANYTHING, "groups for the key exchange")
                    .withIdle("auto"),
            later(QUIET, "ssl-dh-param", ANYTHING, "the Secret with parameters for DHE"),
            later(QUIET, "ssl-session-cache", BOOL, "sessions are resumed").withIdle("true"),
            later(QUIET, "ssl-session-cache-size", ANYTHING, "how many of them").withIdle("10m"),
            later(QUIET, "ssl-session-timeout", ANYTHING, "for how long").withIdle("10m"),
            later(QUIET, "ssl-session-tickets", BOOL, "by tickets"),
            later(QUIET, "ssl-session-ticket-key", ANYTHING, "the key of tickets"),
            later(QUIET, "ssl-buffer-size", ANYTHING, "size of records").withIdle("4k"),
            later(QUIET, "ssl-early-data", BOOL, "requests in the first flight"),
            later(QUIET, "enable-ocsp", BOOL, "certificates come with proof that they are not revoked"));

    static final OptionGroup SNIPPETS = OptionGroup.of(
            "Snippets",
            snippet("main-snippet", "directives for nginx"),
            snippet("http-snippet", "directives for HTTP"),
            snippet("server-snippet", "directives for every host"),
            snippet("location-snippet", "directives for every route"),
            snippet("stream-snippet", "directives for TCP and UDP"),
            snippet("global-auth-snippet", "directives for requests to the authentication service"),
            snippet("modsecurity-snippet", "rules of the firewall").withPartOf("enable-modsecurity"));

    private ProtectionOptions() {}

    private static Entry part(Absence absence, String name, Format format, String about) {
        return later(absence, name, format, about).withPartOf("global-auth-url");
    }
}
