package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import io.portafilter.crds.schema.Word;
import java.util.Optional;

/**
 * What connects pods.
 *
 * @param provider who does. Only External may be given up for another.
 * @param fileName the file in confDir that is ours where the provider is Bridge or Custom.
 * @param confDir where the container runtime looks for network configuration.
 * @param binDir where the plugins lie.
 * @param mtu the largest packet of pods; 0 is that of the uplink without what the provider needs.
 * @param encryption whether packets between nodes are encrypted, and how.
 * @param bridge of provider Bridge.
 * @param flannel of provider Flannel.
 * @param calico of provider Calico.
 * @param cilium of provider Cilium.
 * @param weave of provider Weave, which is only looked at.
 * @param custom of provider Custom.
 */
public record CniSpec(
        @Field(value = "Who does. Only External may be given up for another.", preset = "External")
        Provider provider,

        @Field(
                value = "The file in confDir that is ours where the provider is Bridge or Custom.",
                preset = "10-portafilter.conflist",
                maxLength = 63)
        String fileName,

        @Field(
                value = "Where the container runtime looks for network configuration.",
                preset = "/etc/cni/net.d",
                maxLength = 255)
        String confDir,

        @Field(value = "Where the plugins lie.", preset = "/opt/cni/bin", maxLength = 255)
        String binDir,

        @Field(
                value = "The largest packet of pods; 0 is that of the uplink without what the provider needs.",
                preset = "0",
                min = 0,
                max = 9216)
        int mtu,

        @Field(value = "Whether packets between nodes are encrypted, and how.", preset = "None")
        Encryption encryption,

        @Field("Of provider Bridge.") Optional<BridgeSpec> bridge,
        @Field("Of provider Flannel.") Optional<FlannelSpec> flannel,
        @Field("Of provider Calico.") Optional<CalicoSpec> calico,
        @Field("Of provider Cilium.") Optional<CiliumSpec> cilium,

        @Field("Of provider Weave, which is only looked at.")
        Optional<WeaveSpec> weave,

        @Field("Of provider Custom.") Optional<CustomCni> custom) {

    /** Who connects pods. */
    public enum Provider implements Word {
        /** Portafilter's agent, with a bridge on every node. */
        BRIDGE("Bridge"),
        /** Flannel. */
        FLANNEL("Flannel"),
        /** Calico. */
        CALICO("Calico"),
        /** Cilium. */
        CILIUM("Cilium"),
        /** Weave Net. */
        WEAVE("Weave"),
        /** kube-router. */
        KUBE_ROUTER("KubeRouter"),
        /** A configuration of one's own. */
        CUSTOM("Custom"),
        /** Somebody that we do not touch. */
        EXTERNAL("External");

        private final String word;

        Provider(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** How packets between nodes are encrypted. */
    public enum Encryption implements Word {
        /** Not at all. */
        NONE("None"),
        /** By the kernel's WireGuard. */
        WIREGUARD("WireGuard"),
        /** By IPsec. */
        IPSEC("IPsec"),
        /** By Weave's own. */
        SLEEVE("Sleeve");

        private final String word;

        Encryption(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
