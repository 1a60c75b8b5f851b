package io.portafilter.network.rollout;

import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.check.Conflict;
import io.portafilter.network.check.NetworkCheck;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.exports.Exports;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.plan.Plan;
import io.portafilter.network.plan.Planner;
import io.portafilter.network.spec.Proposal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cluster, the spec that it proposes with other values in it, and the plan that follows. */
record Planned(Observation seen, NetworkSetupSpec spec, Plan plan) {
    static final Cluster FLANNEL = Exports.cluster("kubeadm-flannel");

    /** A plan for that cluster of kubeadm's and flannel's. */
    static Planned of(Map<String, Object> wish) {
        return of(FLANNEL, wish);
    }

    /** A plan for a cluster. */
    static Planned of(Cluster cluster, Map<String, Object> wish) {
        Observation seen = Observation.of(cluster);
        Map<String, Object> tree = merged(RecordWriter.tree(Proposal.of(seen)), wish);
        NetworkSetupSpec spec =
                RecordReader.read(NetworkSetupSpec.class, tree, "spec").value();
        return new Planned(seen, spec, Planner.plan(seen, spec));
    }

    static Map<String, Object> upstream(String server) {
        return Map.of("dns", Map.of("upstreams", Map.of("servers", List.of(server))));
    }

    List<Step> steps() {
        return Steps.of(plan, seen, spec);
    }

    List<Conflict> conflicts() {
        return NetworkCheck.check(seen, spec);
    }

    Outlook outlook() {
        return Outlook.of(seen, spec, plan, conflicts());
    }

    @SuppressWarnings("unchecked") // the trees of these tests have texts for keys
    private static Map<String, Object> merged(Map<String, Object> base, Map<String, Object> wish) {
        Map<String, Object> merged = new LinkedHashMap<>(base);
        wish.forEach((key, value) -> merged.put(
                key,
                value instanceof Map<?, ?> inner && merged.get(key) instanceof Map<?, ?> before
                        ? merged((Map<String, Object>) before, (Map<String, Object>) inner)
                        : value));
        return merged;
    }
}
