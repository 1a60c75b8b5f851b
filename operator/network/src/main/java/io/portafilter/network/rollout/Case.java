package io.portafilter.network.rollout;

import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.plan.Plan;
import java.time.Instant;

/**
 * What is decided about.
 *
 * @param spec the wish
 * @param generation of the NetworkSetup
 * @param plan what would be changed
 * @param outlook what would be wrong after it
 * @param journal what was done before
 * @param mayWrite whether the operator was started with the right to write
 * @param now the time
 */
public record Case(
        NetworkSetupSpec spec,
        long generation,
        Plan plan,
        Outlook outlook,
        Journal journal,
        boolean mayWrite,
        Instant now) {}
