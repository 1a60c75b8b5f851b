package io.portafilter.compiler.annotation;

import static io.portafilter.compiler.annotation.Annotation.built;
import static io.portafilter.compiler.annotation.Annotation.later;
import static io.portafilter.compiler.annotation.OnInvalid.IGNORE;
import static io.portafilter.compiler.annotation.OnInvalid.REJECT;
import static io.portafilter.compiler.annotation.Risk.HIGH;
import static io.portafilter.compiler.annotation.Risk.LOW;
import static io.portafilter.compiler.annotation.Risk.MEDIUM;
import static io.portafilter.compiler.catalogue.Absence.MISLEADS;
import static io.portafilter.compiler.catalogue.Absence.QUIET;
import static io.portafilter.compiler.catalogue.Absence.VISIBLE;
import static io.portafilter.compiler.catalogue.Formats.BASIC_TEXT;
import static io.portafilter.compiler.catalogue.Formats.BOOL;
import static io.portafilter.compiler.catalogue.Formats.INT;
import static io.portafilter.compiler.catalogue.Formats.ON_OFF;
import static io.portafilter.compiler.catalogue.Formats.SERVER_NAME;
import static io.portafilter.compiler.catalogue.Formats.VARIABLES;
import static io.portafilter.compiler.catalogue.Formats.compact;
import static io.portafilter.compiler.catalogue.Formats.oneOf;
import static io.portafilter.compiler.catalogue.Formats.oneOfAnyCase;

import io.portafilter.compiler.catalogue.Absence;
import io.portafilter.compiler.catalogue.Format;
import io.portafilter.snapshot.Kind;

/** Which endpoint gets a request, and what is spoken with it (behaviour §5, §9, §10). */
final class BackendAnnotations {
    private static final Format CIPHERS = compact("an OpenSSL list of ciphers", "[A-Za-z0-9+:_\\-!]*");
    private static final Format PROTOCOLS =
            compact("TLSv1.2 and TLSv1.3 with a space between them", "(?:TLSv1\\.2|TLSv1\\.3)*");
    private static final Format INDEX = compact("a text of letters, digits and . - _", "[A-Za-z0-9.\\-_]+");

    static final Group PICKING = Group.of(
            "Picking an endpoint",
            built(
                    "load-balance",
                    LOW,
                    oneOf("round_robin", "chash", "chashsubset", "sticky_balanced", "sticky_persistent", "ewma"),
                    REJECT,
                    "how an endpoint is picked; so far round_robin for all"),
            built("service-upstream", LOW, BOOL, IGNORE, "the Service's own address instead of its endpoints"),
            later(VISIBLE, "upstream-hash-by", HIGH, VARIABLES, REJECT, "the same endpoint for the same text"),
            later(QUIET, "upstream-hash-by-subset", LOW, BOOL, REJECT, "the same few endpoints"),
            later(QUIET, "upstream-hash-by-subset-size", LOW, INT, REJECT, "how many those are"));

    // Plain HTTP in place of TLS would show the requests to the network; in place of another protocol it means nothing.
    static final Group PROTOCOL = Group.of(
            "Protocol of the backend",
            later(
                            MISLEADS,
                            "backend-protocol",
                            LOW,
                            oneOfAnyCase("http", "https", "auto_http", "grpc", "grpcs", "fcgi"),
                            IGNORE,
                            "what the backend speaks")
                    .idle("http"),
            later(VISIBLE, "upstream-vhost", LOW, SERVER_NAME, REJECT, "another Host header for the backend"),
            later(QUIET, "fastcgi-index", MEDIUM, INDEX, REJECT, "FastCGI: the index file"),
            later(
                            QUIET,
                            "fastcgi-params-configmap",
                            MEDIUM,
                            BASIC_TEXT,
                            REJECT,
                            "FastCGI: the ConfigMap with parameters")
                    .names(Kind.CONFIG_MAP));

    // They count for TLS backends only, whose routes are closed by backend-protocol until that is built.
    static final Group TLS = Group.of(
            "TLS towards the backend",
            later(
                            QUIET,
                            "proxy-ssl-secret",
                            MEDIUM,
                            BASIC_TEXT,
                            REJECT,
                            "the Secret with our certificate and their authority")
                    .names(Kind.SECRET),
            tls("proxy-ssl-verify", LOW, ON_OFF, "whether the backend's certificate is checked"),
            tls("proxy-ssl-verify-depth", LOW, INT, "how long its chain may be"),
            tls("proxy-ssl-name", HIGH, SERVER_NAME, "the name that it must have"),
            tls("proxy-ssl-server-name", LOW, ON_OFF, "whether that name is sent"),
            tls("proxy-ssl-protocols", LOW, PROTOCOLS, "versions of TLS"),
            tls("proxy-ssl-ciphers", MEDIUM, CIPHERS, "ciphers"));

    static final Group MIRROR = Group.of(
            "Mirror",
            mirror(VISIBLE, "mirror-target", HIGH, SERVER_NAME, "copies each request to this URL"),
            mirror(QUIET, "mirror-request-body", LOW, ON_OFF, "off: without bodies")
                    .partOf("mirror-target"),
            mirror(QUIET, "mirror-host", HIGH, SERVER_NAME, "the Host header of the copies")
                    .partOf("mirror-target"));

    private BackendAnnotations() {}

    private static Annotation tls(String name, Risk risk, Format format, String about) {
        return later(QUIET, name, risk, format, IGNORE, about).partOf("proxy-ssl-secret");
    }

    private static Annotation mirror(Absence absence, String name, Risk risk, Format format, String about) {
        return later(absence, name, risk, format, IGNORE, about);
    }
}
