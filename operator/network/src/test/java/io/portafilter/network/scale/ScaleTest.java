package io.portafilter.network.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.check.NetworkCheck;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.plan.Planner;
import io.portafilter.network.spec.Proposal;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void nothingIsWrongWithALargeClusterAndNothingIsPlanned() {
        Cluster cluster = LargeCluster.of(5_000, 10_000);
        Observation seen = Observation.of(cluster);

        assertThat(seen.nodes()).hasSize(5_000);
        assertThat(seen.services()).hasSize(10_000);
        assertThat(NetworkCheck.check(seen, Proposal.of(seen))).isEmpty();
        assertThat(Planner.plan(seen, Proposal.of(seen)).isEmpty()).isTrue();
    }
}
