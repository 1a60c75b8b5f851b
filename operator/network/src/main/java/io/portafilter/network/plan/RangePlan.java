package io.portafilter.network.plan;

import io.portafilter.crds.setup.AdditionalRange;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.observe.Observation;
import java.util.List;
import java.util.Optional;

/** Further ranges of Services: a ServiceCIDR object each. */
final class RangePlan {
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
    }

    private Change change(AdditionalRange range, String live, String wanted) {
        boolean old = seen.nodes().stream().anyMatch(node -> node.isOlderThan(FIRST_MINOR));
        boolean exists = !live.isEmpty();
        return new Change(
                "ServiceCIDR " + range.name(),
                "spec.cidrs",
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
