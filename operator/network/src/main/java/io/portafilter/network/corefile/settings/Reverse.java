package io.portafilter.network.corefile.settings;

import java.util.List;

/** Which addresses the cluster answers for. */
public sealed interface Reverse {
    /** All of them; what the cluster does not know goes upstream. kubeadm's way. */
    record FallThrough() implements Reverse {}

    /**
     * Exactly those of the cluster; nothing about them leaves it.
     *
     * @param networks pod and Service ranges as CIDR, or zones below in-addr.arpa and ip6.arpa
     */
    record Exact(List<String> networks) implements Reverse {
        /** Copies the list. */
        public Exact {
            networks = List.copyOf(networks);
        }
    }
}
