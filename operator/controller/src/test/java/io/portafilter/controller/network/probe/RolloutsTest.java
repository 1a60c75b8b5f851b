package io.portafilter.controller.network.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloutsTest {
    private static final ObjectId DAEMONS = new ObjectId("DaemonSet", "kube-system", "kube-proxy");
    private static final ObjectId DEPLOYMENT = new ObjectId("Deployment", "kube-system", "coredns");

    @Test
    void aDaemonSetRunsWhenEveryPodIsNewAndAvailable() {
        assertThat(daemonSet(3, 3, 3, 3)).isEqualTo(new Proof.Proven());
    }

    @ParameterizedTest
    @CsvSource({"2,3,3,3", "3,4,3,3", "3,3,2,3", "3,3,3,2"})
    void aDaemonSetRunsNotYetWhileAnyOfItIsBehind(int seen, int wanted, int updated, int available) {
        Proof proof = daemonSet(seen, wanted, updated, available);

        assertThat(proof).isInstanceOf(Proof.Pending.class);
        assertThat(((Proof.Pending) proof).state()).startsWith("DaemonSet kube-system/kube-proxy: ");
    }

    @Test
    void aDaemonSetWithoutANodeToRunOnIsProven() {
        assertThat(daemonSet(3, 0, 0, 0)).isEqualTo(new Proof.Proven());
    }

    @Test
    void aStatusThatTheControllerHasNotWrittenYetProvesNothing() {
        Tree fresh = new Tree(Map.of("metadata", Map.of("generation", 1)));

        assertThat(Rollouts.of(DAEMONS, Optional.of(new ClusterObject(DAEMONS, fresh))))
                .isInstanceOf(Proof.Pending.class);
    }

    @Test
    void aDeploymentRunsWhenTheOldPodsAreGone() {
        assertThat(deployment(2, 3, 2, 2)).isInstanceOf(Proof.Pending.class);
        assertThat(deployment(2, 2, 2, 2)).isEqualTo(new Proof.Proven());
        assertThat(deployment(2, 2, 1, 2)).isInstanceOf(Proof.Pending.class);
        assertThat(deployment(2, 1, 1, 1)).isInstanceOf(Proof.Pending.class);
    }

    @Test
    void whatIsNotThereRunsNowhere() {
        assertThat(Rollouts.of(DEPLOYMENT, Optional.empty()))
                .isEqualTo(new Proof.Pending("there is no Deployment kube-system/coredns"));
    }

    private static Proof daemonSet(int seen, int wanted, int updated, int available) {
        return Rollouts.of(
                DAEMONS,
                Optional.of(new ClusterObject(
                        DAEMONS,
                        new Tree(Map.of(
                                "metadata",
                                Map.of("generation", 3),
                                "status",
                                Map.of(
                                        "observedGeneration", seen,
                                        "desiredNumberScheduled", wanted,
                                        "updatedNumberScheduled", updated,
                                        "numberAvailable", available))))));
    }

    private static Proof deployment(int wanted, int there, int updated, int available) {
        return Rollouts.of(
                DEPLOYMENT,
                Optional.of(new ClusterObject(
                        DEPLOYMENT,
                        new Tree(Map.of(
                                "metadata",
                                Map.of("generation", 3),
                                "spec",
                                Map.of("replicas", wanted),
                                "status",
                                Map.of(
                                        "observedGeneration", 3,
                                        "replicas", there,
                                        "updatedReplicas", updated,
                                        "availableReplicas", available))))));
    }
}
