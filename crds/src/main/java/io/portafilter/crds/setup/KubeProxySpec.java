package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import io.portafilter.crds.schema.Word;
import java.util.Optional;

/**
 * What makes Services reachable on nodes.
 *
 * @param management whether its ConfigMap is ours to change; Absent where something else does its work.
 * @param mode how; without it as it is.
 * @param detectLocalMode how it tells pods of this node from others; without it as it is.
 * @param masqueradeAll whether every packet to a Service gets the node's address; without it as it is.
 * @param restart whether its pods are replaced when the configuration changed: it reads it only when it starts.
 */
public record KubeProxySpec(
        @Field(
                value = "Whether its ConfigMap is ours to change; Absent where something else does its work.",
                preset = "Managed")
        Management management,

        @Field("How; without it as it is.") Optional<Mode> mode,

        @Field("How it tells pods of this node from others; without it as it is.")
        Optional<LocalMode> detectLocalMode,

        @Field("Whether every packet to a Service gets the node's address; without it as it is.")
        Optional<Boolean> masqueradeAll,

        @Field(
                value =
                        "Whether its pods are replaced when the configuration changed: it reads it only when it starts.",
                preset = "Rolling")
        Restart restart) {

    /** Whether the ConfigMap is ours to change. */
    public enum Management implements Word {
        /** It is. */
        MANAGED("Managed"),
        /** It is only looked at. */
        UNMANAGED("Unmanaged"),
        /** There is no kube-proxy. */
        ABSENT("Absent");

        private final String word;

        Management(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** How Services are made reachable. */
    public enum Mode implements Word {
        /** By iptables. */
        IPTABLES("IPTables"),
        /** By nftables; Kubernetes 1.31 and a kernel from 5.13. */
        NFTABLES("NFTables"),
        /** By IPVS, which Kubernetes 1.35 deprecated. */
        IPVS("IPVS");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** How pods of this node are told from others. */
    public enum LocalMode implements Word {
        /** By the pod range. */
        CLUSTER_CIDR("ClusterCIDR"),
        /** By the node's part of it. */
        NODE_CIDR("NodeCIDR"),
        /** By the bridge. */
        BRIDGE_INTERFACE("BridgeInterface"),
        /** By the name of their interface. */
        INTERFACE_NAME_PREFIX("InterfaceNamePrefix");

        private final String word;

        LocalMode(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** Whether pods are replaced. */
    public enum Restart implements Word {
        /** One node after the other. */
        ROLLING("Rolling"),
        /** Not by us. */
        NONE("None");

        private final String word;

        Restart(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
