package io.portafilter.compiler.host;

import io.portafilter.compiler.ingress.AcceptedIngress;
import io.portafilter.compiler.ingress.PathClaim;
import io.portafilter.contract.PathMatch;
import io.portafilter.contract.VirtualHost;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Severity;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Gives each path of a host to the oldest Ingress that claims it (behaviour §1.4, §1.6, §1.7). */
final class PathOwnership {
    private static final PathMatch ROOT = new PathMatch.Prefix("/");

    private final String host;
    private final Consumer<Finding> findings;
    private final SortedMap<String, Owner> owners = new TreeMap<>();

    private PathOwnership(String host, Consumer<Finding> findings) {
        this.host = host;
        this.findings = findings;
    }

    /**
     * The owners.
     *
     * @param oldestFirst the Ingresses of the host that are no canaries
     */
    static SortedMap<String, Owner> of(String host, List<AcceptedIngress> oldestFirst, Consumer<Finding> findings) {
        PathOwnership ownership = new PathOwnership(host, findings);
        if (host.equals(VirtualHost.CATCH_ALL)) {
            oldestFirst.stream().filter(AcceptedIngress::onlyDefaultBackend).forEach(ownership::claimEverything);
        }
        for (AcceptedIngress ingress : oldestFirst) {
            for (PathClaim claim : ingress.claims()) {
                if (claim.host().equals(host)) {
                    ownership.claim(
                            ingress,
                            new Owner(
                                    claim.match(),
                                    Optional.of(ingress.name()),
                                    claim.cluster(),
                                    claim.field(),
                                    claim.refused()));
                }
            }
        }
        ownership.addImplicitRoot(oldestFirst);
        return ownership.owners;
    }

    private void claimEverything(AcceptedIngress ingress) {
        claim(ingress, new Owner(ROOT, Optional.of(ingress.name()), ingress.defaultCluster(), "spec.defaultBackend"));
    }

    private void claim(AcceptedIngress ingress, Owner claimed) {
        Owner owner = owners.putIfAbsent(claimed.match().toString(), claimed);
        if (owner != null) {
            findings.accept(new Finding(
                    "path-already-owned",
                    Severity.WARNING,
                    ingress.ref(),
                    claimed.field(),
                    claimed.match() + " of the host " + host + " belongs to Ingress "
                            + owner.ingress().map(Object::toString).orElse("") + ", which is older ("
                            + owner.field() + "); this one is ignored. Remove one of the two"));
        }
    }

    /** A host without a rule for {@code /} gets one: the first Ingress's, with its default backend or everybody's. */
    private void addImplicitRoot(List<AcceptedIngress> oldestFirst) {
        owners.computeIfAbsent(
                ROOT.toString(),
                root -> oldestFirst.stream()
                        .findFirst()
                        .map(first -> new Owner(
                                ROOT,
                                Optional.of(first.name()),
                                first.defaultCluster(),
                                first.defaultCluster().isPresent() ? "spec.defaultBackend" : "spec.rules"))
                        .orElseGet(() -> new Owner(ROOT, Optional.empty(), Optional.empty(), "")));
    }
}
