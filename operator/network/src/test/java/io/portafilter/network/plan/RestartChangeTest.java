package io.portafilter.network.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.exports.ClusterEdit;
import io.portafilter.network.exports.Exports;
import io.portafilter.network.observe.Observation;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartChangeTest {
    private static final Cluster FLANNEL = Exports.cluster("kubeadm-flannel");
    private static final ObjectId DAEMONS = new ObjectId("DaemonSet", "kube-system", "kube-proxy");

    @Test
    void theDigestOfTheConfigurationIsWrittenIntoTheTemplate() {
        Change change = restart(FLANNEL, "a", "b");

        assertThat(change.feasibility()).isEqualTo(Feasibility.APPLY);
        assertThat(change.field()).contains("template", RestartChange.ANNOTATION);
        assertThat(change.live()).isEmpty();
        assertThat(change.wanted()).isEqualTo(Digest.of("a", "b"));
        assertThat(change.drift()).isEqualTo(Drift.BOTH);
        assertThat(change.risk()).isEqualTo(Risk.PROXY_RESTART);
        assertThat(change.steps()).isEmpty();
    }

    @Test
    void podsThatOnlyAPersonDeletesAreAPersonsWork() {
        Change change = restart(with(List.of("spec", "updateStrategy", "type"), "OnDelete"), "a");

        assertThat(change.feasibility()).isEqualTo(Feasibility.MANUAL);
        assertThat(change.steps())
                .anySatisfy(step -> assertThat(step).contains("OnDelete"))
                .anySatisfy(step -> assertThat(step).contains("kubectl --namespace kube-system get pods"));
    }

    @Test
    void aRollingUpdateIsWrittenByUs() {
        assertThat(restart(with(List.of("spec", "updateStrategy", "type"), "RollingUpdate"), "a")
                        .feasibility())
                .isEqualTo(Feasibility.APPLY);
    }

    @Test
    void whatIsNotThereIsRestartedByAPerson() {
        Change change = restart(
                ClusterEdit.minus(
                        FLANNEL,
                        FLANNEL.get("DaemonSet", "kube-system", "kube-proxy").orElseThrow()),
                "a");

        assertThat(change.feasibility()).isEqualTo(Feasibility.MANUAL);
        assertThat(change.steps().getFirst()).contains("there is no " + DAEMONS);
    }

    @Test
    void theSameConfigurationForTheThirdTimeStillRestarts() {
        String first = restart(FLANNEL, "a").wanted();
        String second = restart(annotated(first), "a").wanted();
        String third = restart(annotated(second), "a").wanted();

        assertThat(second).isNotEqualTo(first);
        assertThat(third).isNotEqualTo(second);
    }

    private static Cluster annotated(String digest) {
        return with(List.of("spec", "template", "metadata", "annotations", RestartChange.ANNOTATION), digest);
    }

    private static Cluster with(List<String> path, Object value) {
        ClusterObject daemons =
                FLANNEL.get("DaemonSet", "kube-system", "kube-proxy").orElseThrow();
        return ClusterEdit.with(FLANNEL, daemons, path, value);
    }

    private static Change restart(Cluster cluster, String... texts) {
        return RestartChange.of(Observation.of(cluster), DAEMONS, List.of(texts), Risk.PROXY_RESTART, Drift.BOTH);
    }
}
