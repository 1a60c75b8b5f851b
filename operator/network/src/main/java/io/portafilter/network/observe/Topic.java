package io.portafilter.network.observe;

/** A question that several sources answer. */
public enum Topic {
    POD_RANGES("pod ranges"),
    SERVICE_RANGES("Service ranges"),
    CLUSTER_DOMAIN("cluster domain"),
    DNS_ADDRESS("DNS address"),
    NODE_PORTS("NodePort range"),
    NODE_MASK("node mask"),
    PROXY_MODE("kube-proxy mode"),
    MTU("MTU");

    private final String label;

    Topic(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
