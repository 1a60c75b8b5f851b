package io.portafilter.network.check;

/** What does not fit together. The id is stable: people filter by it. */
public enum ConflictKind {
    /** Ranges that share addresses. */
    CIDR_OVERLAP("CIDROverlap", Severity.ERROR),
    /** A node whose own address lies in the pod range. */
    NODE_IP_IN_POD_CIDR("NodeIPInPodCIDR", Severity.ERROR),
    /** Sources that name different pod ranges. */
    POD_CIDR_SOURCES_DISAGREE("PodCIDRSourcesDisagree", Severity.ERROR),
    /** Sources that name different Service ranges. */
    SERVICE_CIDR_SOURCES_DISAGREE("ServiceCIDRSourcesDisagree", Severity.ERROR),
    /** A node without a range where the network needs one. */
    NODE_POD_CIDR_MISSING("NodePodCIDRMissing", Severity.ERROR),
    /** A node's range that lies in no pod range. */
    NODE_POD_CIDR_OUTSIDE("NodePodCIDROutside", Severity.ERROR),
    /** Two nodes with ranges that share addresses. */
    NODE_POD_CIDR_DUPLICATE("NodePodCIDRDuplicate", Severity.ERROR),
    /** Pods that ask another address than the DNS has, or search another domain. */
    KUBELET_DNS_MISMATCH("KubeletDNSMismatch", Severity.ERROR),
    /** A cluster domain that the DNS does not serve. */
    COREFILE_DOMAIN_MISMATCH("CorefileDomainMismatch", Severity.ERROR),
    /** A Corefile that CoreDNS does not load, or that breaks names. */
    COREFILE_INVALID("CorefileInvalid", Severity.ERROR),
    /** Queries that come back to the DNS. */
    DNS_LOOP_RISK("DNSLoopRisk", Severity.ERROR),
    /** A server block that takes the cluster's names away. */
    STUB_HIJACK("StubHijack", Severity.ERROR),
    /** A word in a hosts block that CoreDNS takes for a record. */
    HOSTS_TYPO("HostsTypo", Severity.ERROR),
    /** Several configurations of networks on a node. */
    CNI_MULTIPLE("CNIMultiple", Severity.WARNING),
    /** A configuration of a network that does not load. */
    CNI_INVALID("CNIInvalid", Severity.ERROR),
    /** A plugin that is not there. */
    CNI_PLUGIN_MISSING("CNIPluginMissing", Severity.ERROR),
    /** Packets between pods that lose their address. */
    IP_MASQ_ON_ROUTED_BRIDGE("IpMasqOnRoutedBridge", Severity.ERROR),
    /** A kernel that drops packets between pods. */
    FORWARD_DROP("ForwardDrop", Severity.ERROR),
    /** Ports that a node does not reach at another. */
    PORTS_BLOCKED("PortsBlocked", Severity.WARNING),
    /** Policies that let no query out to the DNS. */
    DENY_EGRESS_WITHOUT_DNS("DenyEgressWithoutDNS", Severity.WARNING),
    /** Policies that keep the ingress proxy from the pods that its Ingresses name. */
    DENY_INGRESS_BLOCKS_PROXY("DenyIngressBlocksProxy", Severity.ERROR),
    /** Policies that nobody enforces. */
    POLICY_NOT_ENFORCED("PolicyNotEnforced", Severity.WARNING),
    /** A Service range that is nearly used up. */
    SERVICE_RANGE_NEARLY_FULL("ServiceRangeNearlyFull", Severity.WARNING),
    /** A pod range that is nearly used up. */
    POD_RANGE_NEARLY_FULL("PodRangeNearlyFull", Severity.WARNING),
    /** A mode of kube-proxy that goes away. */
    PROXY_MODE_DEPRECATED("ProxyModeDeprecated", Severity.WARNING),
    /** A mode of kube-proxy that is gone. */
    PROXY_MODE_UNSUPPORTED("ProxyModeUnsupported", Severity.ERROR),
    /** A kube-proxy that does something else than it is told. */
    PROXY_MODE_MISMATCH("ProxyModeMismatch", Severity.WARNING),
    /** A NodePort outside the range. */
    NODE_PORT_OUTSIDE("NodePortOutside", Severity.WARNING),
    /** Machines that were cloned. */
    NODE_DUPLICATE("NodeDuplicate", Severity.WARNING),
    /** A container runtime that the kubelet does not speak to any more. */
    RUNTIME_UNSUPPORTED("RuntimeUnsupported", Severity.ERROR),
    /** Many load balancers where one would do. */
    LOAD_BALANCER_COST("LoadBalancerCost", Severity.INFO),
    /** A provider that nobody maintains. */
    PROVIDER_RETIRED("ProviderRetired", Severity.WARNING),
    /** A value that cannot be read as what it should be. */
    UNREADABLE("Unreadable", Severity.WARNING);

    private final String id;
    private final Severity severity;

    ConflictKind(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    /** As the status and the command print it. */
    public String id() {
        return id;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }
}
