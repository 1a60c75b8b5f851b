package io.portafilter.e2e.cluster.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.e2e.cluster.Cluster;
import io.portafilter.e2e.cluster.ClusterTest;
import io.portafilter.e2e.cluster.Release;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** flannel's configuration. */
@ClusterTest
@Order(54)
class FlannelTest {
    private static final String RANGE = "10.244.0.0/16";
    private static final String FOREIGN = "10.42.0.0/16";

    @Test
    void aForeignPodRangeIsAConflictAndIsPutRightAndTheRollOutIsVerified(Release release) {
        Cluster cluster = release.cluster();
        try (Flannel flannel = Flannel.running(cluster, RANGE);
                Setup setup = Setup.adopted(cluster, "Enforce")) {
            String right = flannel.netConf();
            flannel.netConf(right.replace(RANGE, FOREIGN));
            setup.await(seen -> seen.conflicts().contains("PodCIDRSourcesDisagree"), "a conflict");

            assertThat(setup.await(seen -> seen.changes() == 2, "a plan").objects())
                    .containsExactly(
                            "ConfigMap kube-flannel/kube-flannel-cfg", "DaemonSet kube-flannel/kube-flannel-ds");
            setup.carryOut();
            assertThat(flannel.netConf()).isEqualTo(right);
            assertThat(new Daemons(cluster).logs(Flannel.NAMESPACE, Flannel.DAEMONS))
                    .singleElement()
                    .asString()
                    .contains("in " + RANGE + " with vxlan");
            setup.await(
                    seen -> seen.conflicts().isEmpty()
                            && seen.condition("CNIReady").startsWith("True"),
                    "peace");
        }
    }

    @Test
    void aRollOutThatFailsIsRolledBack(Release release) {
        Cluster cluster = release.cluster();
        try (Flannel flannel = Flannel.running(cluster, RANGE);
                Setup setup = Setup.adopted(cluster, "Enforce")) {
            String before = flannel.netConf();
            setup.change(spec -> {
                spec.withObject("/cni")
                        .put("provider", "Flannel")
                        .putObject("flannel")
                        .put("backend", "WireGuard");
                spec.withObject("/rollout").put("probeTimeoutSeconds", 20);
            });
            String hash = setup.planned();
            setup.approve(hash);
            Status status = setup.await(seen -> seen.applied().equals(hash + " RolledBack"), "a rollback");
            assertThat(status.condition("Degraded")).startsWith("True");
            assertThat(flannel.netConf()).isEqualTo(before);
            new Daemons(cluster).awaitRollout(Flannel.NAMESPACE, Flannel.DAEMONS);
            assertThat(new Daemons(cluster).logs(Flannel.NAMESPACE, Flannel.DAEMONS))
                    .singleElement()
                    .asString()
                    .contains("with vxlan");
        }
    }
}
