package io.portafilter.network.plan;

import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.observe.Observation;
import java.util.ArrayList;
import java.util.List;

/** Makes plans: Service ranges first, then DNS, network, kube-proxy, and last what a person must do. */
public final class Planner {
    private Planner() {}

    /** What makes a cluster as its spec says. */
    public static Plan plan(Observation seen, NetworkSetupSpec spec) {
        List<Change> changes = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        new RangePlan(seen, spec).changes(changes);
        new DnsPlan(seen, spec).changes(changes, refusals);
        new NetworkPlan(seen, spec).changes(changes, refusals);
        new ProxyPlan(seen, spec).changes(changes, refusals);
        new ControlPlanePlan(seen, spec).changes(changes);
        return Plan.of(changes, refusals);
    }
}
