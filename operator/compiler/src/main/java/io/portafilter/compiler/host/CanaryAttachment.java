package io.portafilter.compiler.host;

import io.portafilter.compiler.ingress.AcceptedIngress;
import io.portafilter.compiler.ingress.ClusterKey;
import io.portafilter.compiler.ingress.PathClaim;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Attaches canaries to the primaries that have their host, path and type (behaviour §10). */
final class CanaryAttachment {
    private CanaryAttachment() {}

    static List<Canary> of(
            String host, List<AcceptedIngress> canaries, Map<String, Owner> owners, Consumer<Finding> findings) {
        List<Canary> attached = new ArrayList<>();
        Map<String, AcceptedIngress> first = new HashMap<>();
        for (AcceptedIngress ingress : canaries) {
            for (PathClaim claim : ingress.claims()) {
                if (claim.host().equals(host) && claim.cluster().isPresent() && !claim.refused()) {
                    AcceptedIngress older = first.putIfAbsent(claim.match().toString(), ingress);
                    if (older != null) {
                        findings.accept(second(ingress, claim, older));
                        continue;
                    }
                    attach(ingress, claim, claim.cluster().get(), owners, findings)
                            .ifPresent(attached::add);
                }
            }
        }
        return attached;
    }

    private static Optional<Canary> attach(
            AcceptedIngress ingress,
            PathClaim claim,
            ClusterKey alternative,
            Map<String, Owner> owners,
            Consumer<Finding> findings) {
        Optional<ClusterKey> primary =
                Optional.ofNullable(owners.get(claim.match().toString())).flatMap(Owner::cluster);
        if (primary.isEmpty()) {
            findings.accept(finding(
                    ingress,
                    claim,
                    "canary-without-primary",
                    "no other Ingress has " + claim.match() + " of the host " + claim.host()
                            + "; the canary has no effect until one does"));
            return Optional.empty();
        }
        if (primary.get().equals(alternative)) {
            findings.accept(finding(
                    ingress,
                    claim,
                    "canary-same-service",
                    "the canary leads to the same Service and port as its primary; name another Service"));
            return Optional.empty();
        }
        return Optional.of(new Canary(primary.get(), alternative, ingress.name(), claim.field()));
    }

    private static Finding second(AcceptedIngress ingress, PathClaim claim, AcceptedIngress older) {
        return finding(
                ingress,
                claim,
                "canary-already-attached",
                claim.match() + " of the host " + claim.host() + " already has a canary, of the older Ingress "
                        + older.name() + "; this one is ignored");
    }

    private static Finding finding(AcceptedIngress ingress, PathClaim claim, String id, String message) {
        return new Finding(id, Severity.WARNING, ingress.ref(), claim.field(), message);
    }
}
