package io.portafilter.contract;

/**
 * The Ingress behind a route, as access log, metrics and error pages name it; empty texts where there is none.
 *
 * @param namespace of the Ingress
 * @param name of the Ingress
 * @param service the Service that the rule names
 * @param servicePort its port, name or number as the rule has it
 */
public record IngressRef(String namespace, String name, String service, String servicePort) {
    /** No Ingress: the default backend of everybody. */
    public static final IngressRef NONE = new IngressRef("", "", "", "");
}
