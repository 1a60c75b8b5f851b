package io.portafilter.controller.network.source;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.portafilter.controller.watch.ObjectWatch.Need;

/** A kind of object that is read, and which of its fields. */
enum Source {
    NODES(
            "",
            "v1",
            "nodes",
            "Node",
            Scope.CLUSTER,
            Need.ALWAYS,
            Keep.of(
                    "spec.podCIDR",
                    "spec.podCIDRs",
                    "spec.providerID",
                    "status.addresses",
                    "status.capacity.pods",
                    "status.nodeInfo.kubeletVersion",
                    "status.nodeInfo.containerRuntimeVersion",
                    "status.nodeInfo.machineID")),
    SERVICES(
            "",
            "v1",
            "services",
            "Service",
            Scope.NAMESPACES,
            Need.ALWAYS,
            Keep.of("spec.type", "spec.clusterIP", "spec.clusterIPs", "spec.ports")),
    INGRESSES(
            "networking.k8s.io",
            "v1",
            "ingresses",
            "Ingress",
            Scope.NAMESPACES,
            Need.ALWAYS,
            Keep.of("spec.defaultBackend", "spec.rules.http.paths.backend")),
    NETWORK_POLICIES(
            "networking.k8s.io",
            "v1",
            "networkpolicies",
            "NetworkPolicy",
            Scope.NAMESPACES,
            Need.ALWAYS,
            Keep.of("spec")),
    SERVICE_RANGES(
            "networking.k8s.io",
            "v1",
            "servicecidrs",
            "ServiceCIDR",
            Scope.CLUSTER,
            Need.IF_SERVED,
            Keep.of("spec", "status")),
    ADDRESSES("networking.k8s.io", "v1", "ipaddresses", "IPAddress", Scope.CLUSTER, Need.IF_SERVED, Keep.of()),
    DAEMON_SETS(
            "apps",
            "v1",
            "daemonsets",
            "DaemonSet",
            Scope.NAMESPACES_OF_CLUSTER,
            Need.ALWAYS,
            Keep.of("spec.selector", "spec.template", "spec.updateStrategy", "status")),
    DEPLOYMENTS(
            "apps",
            "v1",
            "deployments",
            "Deployment",
            Scope.NAMESPACES_OF_CLUSTER,
            Need.ALWAYS,
            Keep.of("spec.selector", "spec.template", "spec.strategy", "spec.replicas", "status")),
    PODS("", "v1", "pods", "Pod", Scope.NAMESPACES, Need.ALWAYS, Keep.of("spec.nodeName", "spec.hostNetwork")),
    CONFIG_MAPS("", "v1", "configmaps", "ConfigMap", Scope.NAMESPACES_OF_CLUSTER, Need.ALWAYS, Keep.of("data")),
    POOLS("crd.projectcalico.org", "v1", "ippools", "IPPool", Scope.CLUSTER, Need.IF_SERVED, Keep.of("spec")),
    OPENSHIFT_NETWORKS(
            "config.openshift.io",
            "v1",
            "networks",
            "Network",
            Scope.CLUSTER,
            Need.IF_SERVED,
            Keep.of("spec", "status")),
    OPENSHIFT_DNS(
            "operator.openshift.io",
            "v1",
            "dnses",
            "DNS",
            Scope.CLUSTER,
            Need.IF_SERVED,
            Keep.of("spec", "status.clusterDomain", "status.clusterIP"));

    /** Where objects of a kind lie. */
    enum Scope {
        /** In no namespace. */
        CLUSTER,
        /** In any namespace. */
        NAMESPACES,
        /** In any namespace; what users of the cluster have is left out. */
        NAMESPACES_OF_CLUSTER
    }

    private final String group;
    private final String version;
    private final String plural;
    private final String kind;
    private final Scope scope;
    private final Need need;

    @SuppressWarnings("ImmutableEnumChecker") // nothing changes it once it is made
    private final Keep keep;

    Source(String group, String version, String plural, String kind, Scope scope, Need need, Keep keep) {
        this.group = group;
        this.version = version;
        this.plural = plural;
        this.kind = kind;
        this.scope = scope;
        this.need = need;
        this.keep = keep;
    }

    String kind() {
        return kind;
    }

    Scope scope() {
        return scope;
    }

    Need need() {
        return need;
    }

    /** The fields outside of metadata. */
    Keep keep() {
        return keep;
    }

    /** As in RBAC: {@code ingresses.networking.k8s.io}. */
    String resource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** For the client. */
    ResourceDefinitionContext context() {
        ResourceDefinitionContext.Builder context = new ResourceDefinitionContext.Builder()
                .withVersion(version)
                .withPlural(plural)
                .withKind(kind)
                .withNamespaced(scope != Scope.CLUSTER);
        return group.isEmpty() ? context.build() : context.withGroup(group).build();
    }
}
