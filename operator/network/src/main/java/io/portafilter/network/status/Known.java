package io.portafilter.network.status;

import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.check.Conflict;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What the pure parts found.
 *
 * @param generation of the NetworkSetup
 * @param spec of the NetworkSetup; as much of it as could be read where there are problems
 * @param problems why the spec is not accepted, one sentence each
 * @param seen the cluster
 * @param conflicts what does not fit together, the worst first
 * @param plan what would be changed; nothing where the spec is not accepted
 */
public record Known(
        int generation,
        NetworkSetupSpec spec,
        List<String> problems,
        Observation seen,
        List<Conflict> conflicts,
        Optional<Plan> plan) {
    /** Copies the lists. */
    public Known {
        problems = List.copyOf(problems);
        conflicts = List.copyOf(conflicts);
    }
}
