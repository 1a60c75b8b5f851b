package io.portafilter.controller.network.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.check.NetworkCheck;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.plan.Planner;
import io.portafilter.network.spec.Proposal;

/** Whether two clusters look the same to everybody who looks at the network. */
final class Same {
    private Same() {}

    static void assertSame(Cluster actual, Cluster expected) {
        Observation seen = Observation.of(actual);
        Observation wanted = Observation.of(expected);
        assertThat(seen.platform()).isEqualTo(wanted.platform());
        assertThat(seen.readings()).isEqualTo(wanted.readings()).isNotEmpty();
        assertThat(seen.dns()).isEqualTo(wanted.dns());
        assertThat(seen.nodes()).isEqualTo(wanted.nodes()).isNotEmpty();
        assertThat(seen.services()).isEqualTo(wanted.services()).isNotEmpty();
        assertThat(seen.cni()).isEqualTo(wanted.cni());
        assertThat(seen.proxy()).isEqualTo(wanted.proxy());
        assertThat(seen.reports()).isEqualTo(wanted.reports());
        NetworkSetupSpec proposed = Proposal.of(wanted);
        assertThat(RecordWriter.tree(Proposal.of(seen))).isEqualTo(RecordWriter.tree(proposed));
        assertThat(NetworkCheck.check(seen, proposed)).isEqualTo(NetworkCheck.check(wanted, proposed));
        assertThat(Planner.plan(seen, proposed)).isEqualTo(Planner.plan(wanted, proposed));
    }
}
