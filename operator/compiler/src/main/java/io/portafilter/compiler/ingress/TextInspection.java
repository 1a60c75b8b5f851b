package io.portafilter.compiler.ingress;

import com.google.re2j.Pattern;
import io.portafilter.compiler.catalogue.Quoted;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks at an Ingress's texts for what somebody wrote who wants to break out of nginx's configuration (behaviour §16). Nothing here
 * executes such a text; but an Ingress that holds one is refused as before, so that it does no harm to a controller that would.
 */
final class TextInspection {
    private static final List<Pattern> FORBIDDEN = List.of(
            Pattern.compile("(?s)\\s*alias\\s*.*;"),
            Pattern.compile("(?s)\\s*root\\s*.*;"),
            Pattern.compile("/etc/(passwd|shadow|group|nginx|ingress-controller)"),
            Pattern.compile("/var/run/secrets"),
            Pattern.compile("_by_lua"));
    private static final Pattern PLAIN_PATH = Pattern.compile("/[A-Za-z0-9._/-]*");

    private static final String REJECTED =
            "the Ingress is rejected: its last accepted version stays in force, and a new Ingress has no routes";

    private TextInspection() {}

    /** What is wrong with its hosts, paths and TLS entries. */
    static List<Finding> inspect(Ingress ingress) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < ingress.rules().size(); i++) {
            Ingress.Rule rule = ingress.rules().get(i);
            inspect(ingress, "spec.rules[" + i + "].host", rule.host()).ifPresent(findings::add);
            for (int j = 0; j < rule.paths().size(); j++) {
                inspect(
                                ingress,
                                "spec.rules[" + i + "].http.paths[" + j + "].path",
                                rule.paths().get(j).path())
                        .ifPresent(findings::add);
            }
        }
        for (int i = 0; i < ingress.tls().size(); i++) {
            Ingress.Tls tls = ingress.tls().get(i);
            inspect(ingress, "spec.tls[" + i + "].secretName", tls.secretName().orElse(""))
                    .ifPresent(findings::add);
            for (int j = 0; j < tls.hosts().size(); j++) {
                inspect(
                                ingress,
                                "spec.tls[" + i + "].hosts[" + j + "]",
                                tls.hosts().get(j))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> inspect(Ingress ingress, String field, String text) {
        return FORBIDDEN.stream()
                .filter(forbidden -> forbidden.matcher(text).find())
                .findFirst()
                .map(forbidden -> new Finding(
                        "text-forbidden",
                        Severity.ERROR,
                        ingress.ref(),
                        field,
                        Quoted.of(text)
                                + " looks like text in nginx's language, or names a file that it must not"
                                + " (--deep-inspect); " + REJECTED));
    }

    /** An identity that is none: the API server makes them, so somebody put it together. A source without any may have none. */
    static Optional<Finding> inspectUid(Ingress ingress) {
        String uid = ingress.meta().uid();
        return uid.isEmpty() || isUuid(uid)
                ? Optional.empty()
                : Optional.of(new Finding(
                        "uid-invalid",
                        Severity.ERROR,
                        ingress.ref(),
                        "metadata.uid",
                        Quoted.of(uid) + " is not a UUID; " + REJECTED));
    }

    private static boolean isUuid(String uid) {
        try {
            return UUID.fromString(uid).toString().equalsIgnoreCase(uid);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether a path may be Exact or Prefix under {@code strict-validate-path-type}. */
    static boolean isPlain(String path) {
        return PLAIN_PATH.matches(path);
    }
}
