package io.portafilter.e2e.cluster.conformance;

import io.portafilter.e2e.conformance.StepsOn;

/** Scenarios on the cluster, where the chart is installed. */
public final class OnClusters extends StepsOn {
    /** For Cucumber. */
    public OnClusters() {
        super(ClusterSite::open);
    }
}
