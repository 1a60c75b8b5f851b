package io.portafilter.network.plan;

import io.portafilter.crds.setup.AdditionalRange;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.observe.Observation;
import java.util.List;
import java.util.Optional;

/** Further ranges of Services: a ServiceCIDR object each. */
public final class RangePlan {
    /** The label of the ranges that we made. */
    public static final String OWNER = "app.kubernetes.io/managed-by";

    /** Its value. */
    public static final String OURS = "portafilter";

    private static final String FIELD = "spec.cidrs";
    private static final int FIRST_MINOR = 33;

    private final Observation seen;
    private final NetworkSetupSpec spec;

    RangePlan(Observation seen, NetworkSetupSpec spec) {
        this.seen = seen;
        this.spec = spec;
    }

    void changes(List<Change> changes) {
        for (AdditionalRange range : spec.services().additional()) {
            Optional<ClusterObject> live = seen.cluster().get("ServiceCIDR", "", range.name());
            String now = live.map(object -> String.join(",", object.tree().texts("spec", "cidrs")))
                    .orElse("");
            String wanted = String.join(",", range.cidrs());
            if (!now.equals(wanted)) {
                changes.add(change(range, now, wanted));
            }
        }
        seen.cluster().all("ServiceCIDR").stream()
                .filter(object -> object.label(OWNER).equals(Optional.of(OURS)))
                .filter(object -> spec.services().additional().stream()
                        .noneMatch(range -> range.name().equals(object.name())))
                .forEach(object -> changes.add(removal(object)));
    }

    /** Only of one that we made: the API server itself waits with the end of a range until nobody has an address of it. */
    private static Change removal(ClusterObject range) {
        return new Change(
                range.id(),
                FIELD,
                String.join(",", range.tree().texts("spec", "cidrs")),
                "",
                Risk.NONE,
                Feasibility.APPLY,
                Drift.FIRST,
                "no Service has an address of the range, or the removal waits for that",
                "the object is gone, or ends when the last address is given back",
                "the object as it was",
                List.of());
    }

    private Change change(AdditionalRange range, String live, String wanted) {
        boolean old = seen.nodes().stream().anyMatch(node -> node.isOlderThan(FIRST_MINOR));
        boolean exists = !live.isEmpty();
        return new Change(
                new ObjectId("ServiceCIDR", "", range.name()),
                FIELD,
                live,
                wanted,
                Risk.NONE,
                exists || old ? Feasibility.IMPOSSIBLE : Feasibility.APPLY,
                Drift.FIRST,
                "the range overlaps nothing; Kubernetes 1.33 or later serves networking.k8s.io/v1 ServiceCIDR",
                "its condition Ready is True, and a new Service gets an address of it when the first range is full",
                "delete it; that waits until no Service has an address of it",
                exists
                        ? List.of("a ServiceCIDR cannot be changed: choose another name for " + wanted)
                        : old ? List.of("upgrade the cluster to Kubernetes 1.33 or later") : List.of());
    }
}
