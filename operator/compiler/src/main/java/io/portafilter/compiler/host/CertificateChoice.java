package io.portafilter.compiler.host;

import io.portafilter.compiler.incremental.Lookup;
import io.portafilter.compiler.tls.Certificate;
import io.portafilter.compiler.tls.TlsUnits;
import io.portafilter.contract.Identity;
import io.portafilter.contract.Key;
import io.portafilter.contract.Origin;
import io.portafilter.contract.Sourced;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import java.util.Optional;
import java.util.function.Consumer;

/** Picks the certificate of a host (behaviour §7). A Secret that cannot be used means the default certificate, and a finding. */
final class CertificateChoice {
    private CertificateChoice() {}

    /**
     * The identity; empty: the default certificate.
     *
     * @param host for which the certificate must be good
     * @param claim what the Ingress says
     */
    static Optional<Sourced<Key>> of(String host, TlsClaim claim, Lookup lookup, Consumer<Finding> findings) {
        for (TlsClaim.Candidate candidate : claim.candidates()) {
            Certificate certificate =
                    lookup.unit(TlsUnits.CERTIFICATE, candidate.secret()).orElseThrow();
            Optional<String> problem = problem(host, candidate, certificate);
            if (problem.isEmpty()) {
                Origin origin = new Origin.Field(new Ref(Kind.INGRESS, claim.ingress()).toString(), candidate.field());
                return Optional.of(new Sourced<>(
                        Identity.key(
                                candidate.secret().namespace(),
                                candidate.secret().name()),
                        origin));
            }
            if (candidate.literal() || certificate instanceof Certificate.Unusable) {
                findings.accept(new Finding(
                        "secret-unusable",
                        Severity.WARNING,
                        new Ref(Kind.INGRESS, claim.ingress()),
                        candidate.field(),
                        "Secret " + candidate.secret() + " is no certificate for " + host + ": " + problem.get()
                                + "; clients get the default certificate"));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(String host, TlsClaim.Candidate candidate, Certificate certificate) {
        return switch (certificate) {
            case Certificate.Unusable(var reason) -> Optional.of(reason);
            case Certificate.Usable usable when usable.covers(host) -> Optional.empty();
            case Certificate.Usable(var names) ->
                Optional.of("it is for " + String.join(", ", names) + (candidate.literal() ? "" : " only"));
        };
    }
}
