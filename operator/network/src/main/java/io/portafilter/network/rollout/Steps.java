package io.portafilter.network.rollout;

import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.plan.Change;
import io.portafilter.network.plan.Feasibility;
import io.portafilter.network.plan.MarkedCorefile;
import io.portafilter.network.plan.Plan;
import java.util.List;

/** The writes of a plan, in its order: of its changes those that the API is enough for. */
public final class Steps {
    private Steps() {}

    /** The steps. */
    public static List<Step> of(Plan plan, Observation seen, NetworkSetupSpec spec) {
        return applicable(plan).stream()
                .map(change -> step(change, plan.hash(), seen, spec))
                .toList();
    }

    static List<Change> applicable(Plan plan) {
        return plan.changes().stream()
                .filter(change -> change.feasibility() == Feasibility.APPLY)
                .toList();
    }

    private static Step step(Change change, String hash, Observation seen, NetworkSetupSpec spec) {
        return switch (change.object().kind()) {
            case "ServiceCIDR" -> new Step.Range(change.object(), change.live(), change.wanted());
            case "ConfigMap" ->
                MarkedCorefile.isAbout(change)
                        ? new Step.Corefile(
                                change.object(), change.field(), change.live(), MarkedCorefile.of(seen, spec, hash))
                        : new Step.Text(change.object(), change.field(), change.live(), change.wanted());
            case "DaemonSet", "Deployment" -> new Step.Restart(change.object(), change.live(), change.wanted());
            default ->
                throw new IllegalArgumentException(change.object() + " is planned, but nobody knows how to write it");
        };
    }
}
