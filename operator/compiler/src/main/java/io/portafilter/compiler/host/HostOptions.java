package io.portafilter.compiler.host;

import io.portafilter.compiler.annotation.Denial;
import io.portafilter.compiler.ingress.AcceptedIngress;
import io.portafilter.contract.Origin;
import io.portafilter.contract.Sourced;
import io.portafilter.contract.VirtualHost;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The options of a host for which the oldest Ingress that sets them wins (behaviour §1.5, §2.5, §7). */
final class HostOptions {
    private static final String WWW = "www.";

    private HostOptions() {}

    /** The Ingress whose aliases count. */
    static Optional<AcceptedIngress> aliasIngress(List<AcceptedIngress> oldestFirst, Consumer<Finding> findings) {
        List<AcceptedIngress> having = oldestFirst.stream()
                .filter(ingress -> !ingress.values().serverAliases().isEmpty())
                .toList();
        having.stream().skip(1).forEach(ingress -> {
            Sourced<String> ignored = ingress.values().serverAliases().getFirst();
            findings.accept(new Finding(
                    "server-alias-ignored",
                    Severity.WARNING,
                    ingress.ref(),
                    field(ignored),
                    "the aliases of the host come from Ingress "
                            + having.getFirst().name() + ", which is older; \"" + ignored.value()
                            + "\" and what follows it are ignored"));
        });
        return having.stream().findFirst();
    }

    private static String field(Sourced<?> value) {
        return switch (value.origin()) {
            case Origin.Field(var object, var field) -> field;
            case Origin.Flag(var flag) -> flag;
            case Origin.Default defaults -> "";
        };
    }

    /** The name from which everything is redirected to this host. */
    static Optional<Sourced<String>> wwwCounterpart(String host, List<AcceptedIngress> oldestFirst) {
        if (host.equals(VirtualHost.CATCH_ALL) || host.startsWith("*.")) {
            return Optional.empty();
        }
        String counterpart = host.startsWith(WWW) ? host.substring(WWW.length()) : WWW + host;
        return oldestFirst.stream()
                .map(ingress -> ingress.values().fromToWwwRedirect())
                .filter(Sourced::value)
                .findFirst()
                .map(set -> set.map(yes -> counterpart));
    }

    /** The oldest Ingress's denial that reaches every route of the host. */
    static Optional<Denial> denial(List<AcceptedIngress> oldestFirst) {
        return oldestFirst.stream()
                .flatMap(ingress -> Stream.concat(
                        ingress.reading().denial().stream(),
                        ingress.claims().stream()
                                .flatMap(claim ->
                                        ingress.reading().denial(claim.match().path()).stream())))
                .filter(denial -> denial.scope() == Denial.Scope.HOSTS)
                .findFirst();
    }

    /** What decides the certificate: the oldest Ingress with a tls section, whether or not that names the host. */
    static Optional<TlsClaim> tls(String host, List<AcceptedIngress> oldestFirst) {
        if (host.equals(VirtualHost.CATCH_ALL)) {
            return Optional.empty();
        }
        return oldestFirst.stream()
                .filter(ingress -> !ingress.ingress().tls().isEmpty())
                .findFirst()
                .map(ingress -> new TlsClaim(ingress.name(), candidates(host, ingress)));
    }

    private static List<TlsClaim.Candidate> candidates(String host, AcceptedIngress ingress) {
        List<TlsClaim.Candidate> all = new ArrayList<>();
        for (int i = 0; i < ingress.ingress().tls().size(); i++) {
            Ingress.Tls tls = ingress.ingress().tls().get(i);
            boolean literal = tls.hosts().stream()
                    .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(host));
            Optional<TlsClaim.Candidate> candidate = tls.secretName()
                    .filter(secret -> !secret.isEmpty())
                    .map(secret -> new Name(ingress.name().namespace(), secret))
                    .map(secret -> new TlsClaim.Candidate(secret, literal, field(ingress, secret)));
            if (literal) {
                return candidate.stream().toList();
            }
            candidate.ifPresent(all::add);
        }
        return all;
    }

    private static String field(AcceptedIngress ingress, Name secret) {
        List<Ingress.Tls> entries = ingress.ingress().tls();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).secretName().filter(secret.name()::equals).isPresent()) {
                return "spec.tls[" + i + "].secretName";
            }
        }
        return "spec.tls";
    }
}
