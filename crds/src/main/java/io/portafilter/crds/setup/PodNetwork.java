package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import io.portafilter.crds.schema.Word;
import java.util.List;

/**
 * Where pods have their addresses.
 *
 * @param cidrs the ranges of all pods, the primary family first: one or two, of different families. With allocation Provider none to sixteen.
 * @param nodeMask how much of a range each node gets. Cannot change.
 * @param allocation who gives nodes their part: Kubernetes' controller manager (NodeIPAM), Portafilter (Operator) or the network provider (Provider).
 */
public record PodNetwork(
        @Field(
                value =
                        "The ranges of all pods, the primary family first: one or two, of different families. With allocation Provider none to sixteen.",
                required = true,
                maxItems = 16,
                maxLength = 43)
        List<String> cidrs,

        @Field(value = "How much of a range each node gets. Cannot change.", preset = "{}")
        NodeMask nodeMask,

        @Field(
                value =
                        "Who gives nodes their part: Kubernetes' controller manager (NodeIPAM), Portafilter (Operator) or the network provider (Provider).",
                preset = "NodeIPAM")
        Allocation allocation) {
    /** Copies the lists. */
    public PodNetwork {
        cidrs = List.copyOf(cidrs);
    }

    /** Who gives nodes their part of the range. */
    public enum Allocation implements Word {
        /** Kubernetes' controller manager. */
        NODE_IPAM("NodeIPAM"),
        /** Portafilter, where nobody else does. */
        OPERATOR("Operator"),
        /** The network provider. */
        PROVIDER("Provider");

        private final String word;

        Allocation(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
