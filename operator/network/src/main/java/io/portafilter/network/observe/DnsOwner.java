package io.portafilter.network.observe;

/** Who else writes a cluster's Corefile, and what may be done about it. */
public enum DnsOwner {
    NOBODY("nobody else", true),
    K3S("k3s writes it at every start: use ConfigMap coredns-custom (*.override, *.server)", false),
    RKE2("RKE2's chart writes it: use a HelmChartConfig", false),
    EKS("the EKS add-on manager writes it: use the add-on's configurationValues.corefile", false),
    CUSTOM_CONFIG_MAP("the platform writes it: use ConfigMap coredns-custom (*.override, *.server)", false),
    OPENSHIFT("OpenShift's DNS operator writes it: use the DNS resource default", false),
    KUBE_DNS("kube-dns serves, not CoreDNS: its ConfigMap kube-dns has stubDomains and upstreamNameservers", false);

    private final String label;
    private final boolean writable;

    DnsOwner(String label, boolean writable) {
        this.label = label;
        this.writable = writable;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** Whether the Corefile is ours to change. */
    public boolean isWritable() {
        return writable;
    }
}
