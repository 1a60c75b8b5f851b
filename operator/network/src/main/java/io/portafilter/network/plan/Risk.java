package io.portafilter.network.plan;

/** What a change costs while it is made. */
public enum Risk {
    /** Nobody notices. */
    NONE("nobody notices"),
    /** CoreDNS reads its file again; no query is lost. */
    RELOAD("CoreDNS reloads"),
    /** kube-proxy's pods are replaced one after the other; rules stay while they are. */
    PROXY_RESTART("kube-proxy restarts, node by node"),
    /** The same, and each clears away what the other mode left before its own rules stand: half a second on a small cluster. */
    PROXY_MODE("kube-proxy restarts in another mode, node by node; Services do not answer on a node while it does"),
    /** The provider's pods are replaced one after the other; running pods keep their network. */
    NETWORK_RESTART("the network's daemons restart, node by node"),
    /** A component of the control plane starts again. */
    CONTROL_PLANE("the control plane restarts"),
    /** Pods lose something that they use now. */
    OUTAGE("pods are cut off");

    private final String label;

    Risk(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
