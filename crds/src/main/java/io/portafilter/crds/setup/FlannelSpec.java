package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import io.portafilter.crds.schema.Word;

/**
 * What kube-flannel-cfg says.
 *
 * @param backend how packets travel between nodes.
 */
public record FlannelSpec(
        @Field(value = "How packets travel between nodes.", preset = "VXLAN")
        Backend backend) {

    /** How packets travel. */
    public enum Backend implements Word {
        /** In VXLAN. */
        VXLAN("VXLAN"),
        /** By routes; nodes must see each other. */
        HOST_GW("HostGateway"),
        /** In WireGuard. */
        WIREGUARD("WireGuard"),
        /** As the ConfigMap says; left as it is. */
        OTHER("Other");

        private final String word;

        Backend(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
