package io.portafilter.compiler.annotation;

import io.portafilter.contract.LoadBalance;
import io.portafilter.contract.Policies;
import io.portafilter.contract.Sourced;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The annotations that are built, as values. What an Ingress does not say is empty or false.
 *
 * @param policies what its routes carry
 * @param serverAliases more names of its hosts, as written, without repetitions: exact, {@code *.x}, {@code x.*} or {@code ~regex}
 * @param fromToWwwRedirect whether its hosts' www-counterparts redirect
 * @param canary whether it only offers alternatives to other Ingresses' backends, and has no routes itself (behaviour §10)
 * @param loadBalance how its Services' endpoints are picked
 * @param serviceUpstream whether its Services' own addresses are used instead of endpoints
 * @param useRegex whether its hosts' paths are regular expressions
 * @param rewriteTarget what replaces the path; any but the path itself makes the paths of its hosts regular expressions
 */
public record Values(
        Policies policies,
        List<Sourced<String>> serverAliases,
        Sourced<Boolean> fromToWwwRedirect,
        Sourced<Boolean> canary,
        Optional<Sourced<LoadBalance>> loadBalance,
        Optional<Sourced<Boolean>> serviceUpstream,
        Sourced<Boolean> useRegex,
        Optional<Sourced<String>> rewriteTarget) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._~%-]*");

    /** Copies the list. */
    public Values {
        serverAliases = List.copyOf(serverAliases);
    }

    /** Whether the route of this path makes its host's paths regular expressions (behaviour §2.2). */
    public boolean regexMode(String path) {
        return useRegex.value() || rewrites(path);
    }

    Optional<Denial> regexDenial(String path) {
        boolean plain = PLAIN.matcher(path).matches();
        if (rewrites(path)) {
            return rewriteTarget.map(
                    target -> new Denial(plain ? Denial.Scope.ROUTES : Denial.Scope.HOSTS, target.origin()));
        }
        // A pattern read as plain text matches nothing: its requests would fall to other routes of the host.
        return useRegex.value() && !plain
                ? Optional.of(new Denial(Denial.Scope.HOSTS, useRegex.origin()))
                : Optional.empty();
    }

    private boolean rewrites(String path) {
        String own = path.isEmpty() ? "/" : path;
        return rewriteTarget.isPresent() && !rewriteTarget.get().value().equals(own);
    }
}
