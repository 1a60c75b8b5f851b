package io.portafilter.network.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.exports.ClusterEdit;
import io.portafilter.network.exports.Exports;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.spec.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RangePlanTest {
    private static final Cluster FLANNEL = Exports.cluster("kubeadm-flannel");
    private static final Map<String, Object> OURS = Map.of(RangePlan.OWNER, RangePlan.OURS);

    @Test
    void aRangeThatIsNotThereIsMade() {
        assertThat(changes(FLANNEL, range("more", "10.112.0.0/16")))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.object()).isEqualTo(new ObjectId("ServiceCIDR", "", "more"));
                    assertThat(change.live()).isEmpty();
                    assertThat(change.wanted()).isEqualTo("10.112.0.0/16");
                    assertThat(change.feasibility()).isEqualTo(Feasibility.APPLY);
                });
    }

    @Test
    void aRangeThatWeMadeAndNobodyWantsAnyMoreGoes() {
        Cluster cluster = ClusterEdit.plus(FLANNEL, object("more", OURS, "10.112.0.0/16", "fd00::/112"));

        assertThat(changes(cluster)).singleElement().satisfies(change -> {
            assertThat(change.object()).isEqualTo(new ObjectId("ServiceCIDR", "", "more"));
            assertThat(change.live()).isEqualTo("10.112.0.0/16,fd00::/112");
            assertThat(change.wanted()).isEmpty();
            assertThat(change.feasibility()).isEqualTo(Feasibility.APPLY);
        });
    }

    @Test
    void aRangeThatSomebodyElseMadeStays() {
        Cluster cluster = ClusterEdit.plus(
                ClusterEdit.plus(FLANNEL, object("theirs", Map.of(), "10.112.0.0/16")),
                object("helms", Map.of(RangePlan.OWNER, "Helm"), "10.113.0.0/16"));

        assertThat(changes(cluster)).isEmpty();
    }

    @Test
    void aRangeOfOursThatIsStillWantedStaysAsItIs() {
        Cluster cluster = ClusterEdit.plus(FLANNEL, object("more", OURS, "10.112.0.0/16"));

        assertThat(changes(cluster, range("more", "10.112.0.0/16"))).isEmpty();
    }

    @Test
    void aRangeThatIsThereCannotBecomeAnother() {
        Cluster cluster = ClusterEdit.plus(FLANNEL, object("more", OURS, "10.112.0.0/16"));

        assertThat(changes(cluster, range("more", "10.113.0.0/16")))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.feasibility()).isEqualTo(Feasibility.IMPOSSIBLE);
                    assertThat(change.steps().getFirst()).contains("another name");
                });
    }

    @Test
    void anOlderClusterHasNoRangesToMake() {
        Cluster old = ClusterEdit.with(
                FLANNEL,
                FLANNEL.get("Node", "", "w1").orElseThrow(),
                List.of("status", "nodeInfo", "kubeletVersion"),
                "v1.32.9");

        assertThat(changes(old, range("more", "10.112.0.0/16"))).singleElement().satisfies(change -> {
            assertThat(change.feasibility()).isEqualTo(Feasibility.IMPOSSIBLE);
            assertThat(change.steps().getFirst()).contains("1.33");
        });
    }

    private static Map<String, Object> range(String name, String cidr) {
        return Map.of("name", name, "cidrs", List.of(cidr));
    }

    private static ClusterObject object(String name, Map<String, Object> labels, String... cidrs) {
        return new ClusterObject(
                new ObjectId("ServiceCIDR", "", name),
                new Tree(Map.of(
                        "metadata", Map.of("name", name, "labels", labels), "spec", Map.of("cidrs", List.of(cidrs)))));
    }

    private static List<Change> changes(Cluster cluster, Object... additional) {
        Observation seen = Observation.of(cluster);
        Map<String, Object> tree = new LinkedHashMap<>(RecordWriter.tree(Proposal.of(seen)));
        tree.put("services", Map.of("cidrs", List.of("10.96.0.0/12"), "additional", List.of(additional)));
        List<Change> changes = new ArrayList<>();
        new RangePlan(
                        seen,
                        RecordReader.read(NetworkSetupSpec.class, tree, "spec").value())
                .changes(changes);
        return changes;
    }
}
