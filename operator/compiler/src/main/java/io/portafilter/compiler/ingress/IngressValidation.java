package io.portafilter.compiler.ingress;

import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The rules of the API server that a folder has nobody to enforce: names of hosts, form of paths. An Ingress that breaks one is
 * invalid as a whole.
 */
final class IngressValidation {
    private static final Pattern HOST =
            Pattern.compile("(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final int MAX_HOST = 253;

    private IngressValidation() {}

    /** What is invalid; empty if nothing is. */
    static List<Finding> check(Ingress ingress) {
        List<Finding> findings = new ArrayList<>();
        if (ingress.rules().isEmpty() && ingress.defaultBackend().isEmpty()) {
            findings.add(invalid(ingress, "spec", "it has neither rules nor a default backend; give it one"));
        }
        for (int i = 0; i < ingress.rules().size(); i++) {
            Ingress.Rule rule = ingress.rules().get(i);
            String field = "spec.rules[" + i + "]";
            if (!rule.host().isEmpty() && !isHost(rule.host())) {
                findings.add(invalid(
                        ingress,
                        field + ".host",
                        "\"" + rule.host() + "\" is not a host name: use lower-case labels with dots, at most with a"
                                + " leading \"*.\""));
            }
            for (int j = 0; j < rule.paths().size(); j++) {
                Ingress.Path path = rule.paths().get(j);
                if (!path.path().isEmpty() && !path.path().startsWith("/")) {
                    findings.add(invalid(
                            ingress,
                            field + ".http.paths[" + j + "].path",
                            "\"" + path.path() + "\" does not start with a slash"));
                }
            }
        }
        return findings;
    }

    private static boolean isHost(String host) {
        return host.length() <= MAX_HOST && HOST.matcher(host).matches();
    }

    private static Finding invalid(Ingress ingress, String field, String message) {
        return new Finding("ingress-invalid", Severity.ERROR, ingress.ref(), field, message);
    }
}
