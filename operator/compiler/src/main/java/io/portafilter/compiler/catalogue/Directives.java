package io.portafilter.compiler.catalogue;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * A look at a snippet in nginx's language that nothing here executes: does it hold a directive that can keep a request from the
 * backend? Words are looked for, nothing is parsed: a comment counts, so the answer errs on the closed side.
 */
public final class Directives {
    private static final Set<String> REFUSING = Set.of(
            "allow",
            "alias",
            "auth_basic",
            "auth_digest",
            "auth_jwt",
            "auth_request",
            "deny",
            "error_page",
            "fastcgi_pass",
            "grpc_pass",
            "if",
            "include",
            "internal",
            "limit_conn",
            "limit_except",
            "limit_req",
            "modsecurity",
            "modsecurity_rules",
            "modsecurity_rules_file",
            "proxy_pass",
            "return",
            "rewrite",
            "root",
            "satisfy",
            "secaction",
            "secrule",
            "secruleengine",
            "secure_link",
            "ssl_client_certificate",
            "ssl_verify_client",
            "try_files",
            "uwsgi_pass",
            "valid_referers");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9_]+");

    private Directives() {}

    /** Whether the snippet may refuse or divert requests. */
    public static boolean mayRefuse(String snippet) {
        return Arrays.stream(BETWEEN_WORDS.split(snippet.toLowerCase(Locale.ROOT)))
                .anyMatch(word -> REFUSING.contains(word) || word.contains("_by_lua") || word.contains("_by_njs"));
    }
}
