package io.portafilter.controller.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NodeAddressesTest {
    private static final String BOTH =
            "[{type: Hostname, address: one}, {type: InternalIP, address: 10.1.0.1}, {type: ExternalIP, address: 203.0.113.1}]";

    @Test
    void countedAreTheNodesOfReadyPodsThatStay() {
        assertThat(NodeAddresses.nodes(List.of(
                        pod("two", "Running", "True", ""),
                        pod("one", "Running", "True", ""),
                        pod("two", "Running", "True", ""),
                        pod("unready", "Running", "False", ""),
                        pod("pending", "Pending", "True", ""),
                        pod("leaving", "Running", "True", "2026-01-01T00:00:00Z"))))
                .containsExactly("one", "two");
    }

    @Test
    void aPodWithoutNodeOrStatusIsPassedOver() {
        assertThat(NodeAddresses.nodes(List.of(Serialization.unmarshal("""
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: proxy}
                        """, Pod.class))))
                .isEmpty();
    }

    @Test
    void theExternalAddressIsTakenAndTheInternalOneWhereThereIsNone() {
        assertThat(NodeAddresses.of(node(BOTH), false)).isEqualTo(Address.of("203.0.113.1"));
        assertThat(NodeAddresses.of(node("[{type: InternalIP, address: 10.1.0.1}]"), false))
                .isEqualTo(Address.of("10.1.0.1"));
    }

    @Test
    void theInternalAddressIsTakenOnDemand() {
        assertThat(NodeAddresses.of(node(BOTH), true)).isEqualTo(Address.of("10.1.0.1"));
        assertThat(NodeAddresses.of(node("[{type: ExternalIP, address: 203.0.113.1}]"), true))
                .isEqualTo(Optional.empty());
    }

    @Test
    void aNodeWithoutAddressesHasNone() {
        assertThat(NodeAddresses.of(node("[]"), false)).isEmpty();
    }

    private static Pod pod(String node, String phase, String ready, String deleted) {
        return Serialization.unmarshal(
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: proxy
                  DELETED
                spec:
                  nodeName: NODE
                status:
                  phase: PHASE
                  conditions:
                  - {type: PodScheduled, status: "True"}
                  - {type: Ready, status: "READY"}
                """.replace("DELETED", deleted.isEmpty() ? "" : "deletionTimestamp: " + deleted)
                        .replace("NODE", node)
                        .replace("PHASE", phase)
                        .replace("READY", ready),
                Pod.class);
    }

    private static Node node(String addresses) {
        return Serialization.unmarshal(
                "apiVersion: v1\nkind: Node\nmetadata: {name: one}\nstatus: {addresses: " + addresses + "}",
                Node.class);
    }
}
