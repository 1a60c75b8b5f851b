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
import static io.portafilter.compiler.catalogue.Absence.VISIBLE;
import static io.portafilter.compiler.catalogue.Formats.BOOL;
import static io.portafilter.compiler.catalogue.Formats.CIDRS;
import static io.portafilter.compiler.catalogue.Formats.INT;
import static io.portafilter.compiler.catalogue.Formats.VARIABLES;
import static io.portafilter.compiler.catalogue.Formats.oneOf;

/** Who may come, how often, and what a firewall looks at (behaviour §9). */
final class AccessAnnotations {
    static final Group SOURCES = Group.of(
            "Client addresses",
            later(OPENS, "allowlist-source-range", MEDIUM, CIDRS, DENY, "only these clients; others get 403")
                    .emptyInvalid(),
            later(OPENS, "whitelist-source-range", MEDIUM, CIDRS, DENY, "the old name of allowlist-source-range"),
            later(OPENS, "denylist-source-range", MEDIUM, CIDRS, DENY, "these clients get 403")
                    .emptyInvalid(),
            // Absent, all of them must be content: stricter, never wider.
            later(
                            QUIET,
                            "satisfy",
                            LOW,
                            oneOf("any", "all"),
                            IGNORE,
                            "any: an address list or authentication is enough")
                    .idle("all"));

    static final Group LIMITS = Group.of(
            "Limits",
            limit("limit-rps", "requests a second from one client"),
            limit("limit-rpm", "requests a minute from one client"),
            limit("limit-connections", "requests of one client at the same time"),
            later(QUIET, "limit-burst-multiplier", LOW, INT, IGNORE, "how many times the rate may come at once")
                    .partOf("limit-rps", "limit-rpm"),
            later(QUIET, "limit-allowlist", LOW, CIDRS, REJECT, "clients without limits"),
            later(QUIET, "limit-whitelist", LOW, CIDRS, REJECT, "the old name of limit-allowlist"),
            later(VISIBLE, "limit-rate", LOW, INT, IGNORE, "KiB a second of one answer")
                    .idle("0"),
            later(QUIET, "limit-rate-after", LOW, INT, IGNORE, "KiB of an answer at full speed")
                    .partOf("limit-rate"));

    static final Group FIREWALL = Group.of(
            "ModSecurity",
            // ingress-nginx takes an unreadable text for false; whoever writes "on" wants a firewall.
            later(OPENS, "enable-modsecurity", LOW, BOOL, FAIL_CLOSED, "a web application firewall"),
            later(OPENS, "enable-owasp-core-rules", LOW, BOOL, FAIL_CLOSED, "its rules of OWASP")
                    .partOf("enable-modsecurity"),
            later(QUIET, "modsecurity-transaction-id", HIGH, VARIABLES, IGNORE, "what its log calls a request")
                    .partOf("enable-modsecurity"));

    private AccessAnnotations() {}

    private static Annotation limit(String name, String about) {
        return later(OPENS, name, LOW, INT, REJECT, about).idle("0");
    }
}
