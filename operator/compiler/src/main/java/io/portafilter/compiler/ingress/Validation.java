package io.portafilter.compiler.ingress;

import io.portafilter.compiler.annotation.Reading;
import io.portafilter.compiler.catalogue.Quoted;
import io.portafilter.contract.PathMatch;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one text of an Ingress that is ours (behaviour §15, §16). */
final class Validation {
    private final Ingress ingress;
    private final IngressRules rules;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> refusals = new ArrayList<>();
    private Optional<AcceptedIngress> accepted = Optional.empty();

    private Validation(Ingress ingress, IngressRules rules) {
        this.ingress = ingress;
        this.rules = rules;
    }

    static Validation of(Ingress ingress, IngressRules rules) {
        Validation validation = new Validation(ingress, rules);
        validation.read();
        return validation;
    }

    /** What the text says; empty if it is rejected as a whole. */
    Optional<AcceptedIngress> accepted() {
        return accepted;
    }

    /** What is to be said about it. */
    List<Finding> findings() {
        return findings;
    }

    /** Those of the findings for which it, or a part of it, is refused. */
    List<Finding> refusals() {
        return refusals;
    }

    private void read() {
        if (rules.deepInspection()) {
            TextInspection.inspect(ingress).forEach(this::refuse);
        }
        TextInspection.inspectUid(ingress).ifPresent(this::refuse);
        boolean sound = refusals.isEmpty();
        Reading reading = rules.annotations().read(ingress.ref(), ingress.meta());
        findings.addAll(reading.findings());
        refusals.addAll(reading.refusals());
        switch (reading) {
            case Reading.Rejected _ -> {}
            case Reading.Accepted read
            when sound -> {
                List<PathClaim> claims = claims();
                claims.stream().filter(PathClaim::refused).forEach(claim -> refuse(notPlain(claim)));
                accepted = Optional.of(new AcceptedIngress(ingress, read, claims, defaultCluster(ingress)));
            }
            case Reading.Accepted _ -> {}
        }
    }

    private void refuse(Finding finding) {
        findings.add(finding);
        refusals.add(finding);
    }

    private Finding notPlain(PathClaim claim) {
        return new Finding(
                "path-not-plain",
                Severity.ERROR,
                ingress.ref(),
                claim.field() + ".path",
                Quoted.of(claim.match().path())
                        + " holds other characters than letters, digits, \".\", \"-\", \"_\" and"
                        + " \"/\", which an Exact or Prefix path must not (strict-validate-path-type); it is answered 503."
                        + " Its pathType could be ImplementationSpecific");
    }

    private List<PathClaim> claims() {
        List<PathClaim> claims = new ArrayList<>();
        for (int i = 0; i < ingress.rules().size(); i++) {
            Ingress.Rule rule = ingress.rules().get(i);
            for (int j = 0; j < rule.paths().size(); j++) {
                Ingress.Path path = rule.paths().get(j);
                claims.add(new PathClaim(
                        AcceptedIngress.host(rule.host()),
                        match(path),
                        path.backend().flatMap(backend -> cluster(ingress, backend)),
                        "spec.rules[" + i + "].http.paths[" + j + "]",
                        isRefused(path)));
            }
        }
        return claims;
    }

    private boolean isRefused(Ingress.Path path) {
        return switch (path.type()) {
            case EXACT, PREFIX -> rules.strictPaths() && !path.path().isEmpty() && !TextInspection.isPlain(path.path());
            case IMPLEMENTATION_SPECIFIC -> false;
        };
    }

    /** An empty path is {@code /}; anything but Exact is Prefix (behaviour §1.2). */
    private static PathMatch match(Ingress.Path path) {
        String text = path.path().isEmpty() ? "/" : path.path();
        return switch (path.type()) {
            case EXACT -> new PathMatch.Exact(text);
            case PREFIX, IMPLEMENTATION_SPECIFIC -> new PathMatch.Prefix(text);
        };
    }

    private static Optional<ClusterKey> defaultCluster(Ingress ingress) {
        return ingress.defaultBackend().flatMap(backend -> cluster(ingress, backend));
    }

    private static Optional<ClusterKey> cluster(Ingress ingress, Ingress.Backend backend) {
        return switch (backend) {
            case Ingress.ServiceBackend service ->
                Optional.of(ClusterKey.of(ingress.meta().name().namespace(), service));
            case Ingress.ResourceBackend resource -> Optional.empty();
        };
    }
}
