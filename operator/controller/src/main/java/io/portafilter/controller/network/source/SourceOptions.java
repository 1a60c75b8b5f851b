package io.portafilter.controller.network.source;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is read beside the kinds that every cluster has.
 *
 * @param namespace ours, where agents leave what they found on nodes
 * @param configMaps names of further ConfigMaps; {@link #KNOWN_CONFIG_MAPS} are read anyway
 * @param namespaces further namespaces whose ConfigMaps, workloads and pods are taken for the cluster's own;
 *     {@link #KNOWN_NAMESPACES} and ours are anyway
 */
public record SourceOptions(String namespace, SortedSet<String> configMaps, SortedSet<String> namespaces) {
    /** ConfigMaps that distributions and networks keep their settings in. */
    public static final List<String> KNOWN_CONFIG_MAPS = List.of(
            "calico-config",
            "canal-config",
            "cilium-config",
            "coredns",
            "coredns-custom",
            "dns-default",
            "kube-dns",
            "kube-flannel-cfg",
            "kube-proxy",
            "kube-proxy-config",
            "kube-router-cfg",
            "kubeadm-config",
            "kubelet-config",
            "rke2-canal-config",
            "rke2-coredns-rke2-coredns");

    /** Namespaces that distributions and networks live in, the same as in an export. */
    public static final List<String> KNOWN_NAMESPACES =
            List.of("calico-system", "kube-flannel", "kube-system", "openshift-dns", "openshift-ovn-kubernetes");

    /** Copies the sets. */
    public SourceOptions {
        configMaps = Collections.unmodifiableSortedSet(new TreeSet<>(configMaps));
        namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
    }

    /** With the known namespaces and ours only. */
    public SourceOptions(String namespace, SortedSet<String> configMaps) {
        this(namespace, configMaps, Collections.emptySortedSet());
    }

    /** The ConfigMaps that are read, wherever they are. */
    SortedSet<String> allConfigMaps() {
        SortedSet<String> all = new TreeSet<>(KNOWN_CONFIG_MAPS);
        all.addAll(configMaps);
        return all;
    }

    /** Whether what lies in a namespace is the cluster's own, and not one of its users'. */
    boolean isOfCluster(String where) {
        return where.equals(namespace) || KNOWN_NAMESPACES.contains(where) || namespaces.contains(where);
    }
}
