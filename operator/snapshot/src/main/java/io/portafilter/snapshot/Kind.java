package io.portafilter.snapshot;

/** The kinds of object that a snapshot holds. */
public enum Kind {
    INGRESS("Ingress", true),
    INGRESS_CLASS("IngressClass", false),
    SERVICE("Service", true),
    ENDPOINT_SLICE("EndpointSlice", true),
    ENDPOINTS("Endpoints", true),
    SECRET("Secret", true),
    CONFIG_MAP("ConfigMap", true),
    NAMESPACE("Namespace", false),
    POD("Pod", true),
    NODE("Node", false),
    /** The last text of an Ingress that was valid, kept while its current one is not. */
    LAST_GOOD_INGRESS("LastGoodIngress", true);

    private final String label;
    private final boolean namespaced;

    Kind(String label, boolean namespaced) {
        this.label = label;
        this.namespaced = namespaced;
    }

    /** The name as in a manifest. */
    public String label() {
        return label;
    }

    /** Whether its objects live in a namespace. */
    public boolean namespaced() {
        return namespaced;
    }
}
