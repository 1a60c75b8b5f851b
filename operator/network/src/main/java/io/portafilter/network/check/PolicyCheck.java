package io.portafilter.network.check;

import io.portafilter.crds.setup.NodeLocalCache;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** NetworkPolicies that cut pods off from the DNS, or from the ingress proxy. Told only where no policy of the namespace could help. */
final class PolicyCheck {
    private PolicyCheck() {}

    static void check(Facts facts, Consumer<Conflict> conflicts) {
        Map<String, List<Policy>> namespaces = new TreeMap<>();
        facts.seen().cluster().all("NetworkPolicy").stream()
                .map(Policy::of)
                .forEach(policy -> namespaces
                        .computeIfAbsent(policy.namespace(), key -> new ArrayList<>())
                        .add(policy));
        List<String> addresses = new ArrayList<>(facts.seen().dns().addresses());
        facts.spec().dns().nodeLocalCache().map(NodeLocalCache::address).ifPresent(addresses::add);
        namespaces.forEach((namespace, policies) -> {
            dns(namespace, policies, addresses, conflicts);
            proxy(facts, namespace, policies, conflicts);
        });
    }

    private static void dns(
            String namespace, List<Policy> policies, List<String> addresses, Consumer<Conflict> conflicts) {
        boolean reached = policies.stream().anyMatch(policy -> policy.mayReachDns(addresses));
        policies.stream()
                .filter(policy -> policy.isolatesEgress() && !reached)
                .findFirst()
                .ifPresent(policy -> conflicts.accept(Conflict.of(
                        ConflictKind.DENY_EGRESS_WITHOUT_DNS,
                        "NetworkPolicy " + namespace + "/" + policy.name(),
                        "policy " + namespace + "/" + policy.name() + " limits what pods reach, and no policy of "
                                + namespace + " lets queries out to the DNS: names do not resolve in its pods",
                        "allow egress to namespaceSelector kubernetes.io/metadata.name=kube-system and podSelector"
                                + " k8s-app=kube-dns, ports 53 of UDP and TCP")));
    }

    private static void proxy(Facts facts, String namespace, List<Policy> policies, Consumer<Conflict> conflicts) {
        TreeSet<String> ingresses = new TreeSet<>();
        for (ClusterObject ingress : facts.seen().cluster().all("Ingress")) {
            if (ingress.id().namespace().equals(namespace)
                    && hasBackend(ingress.tree().at("spec"))) {
                ingresses.add(ingress.id().toString());
            }
        }
        boolean admitted = policies.stream().anyMatch(Policy::mayAdmit);
        policies.stream()
                .filter(policy ->
                        !ingresses.isEmpty() && !admitted && policy.isolatesIngress() && policy.isForAllPods())
                .findFirst()
                .ifPresent(policy -> conflicts.accept(new Conflict(
                        ConflictKind.DENY_INGRESS_BLOCKS_PROXY,
                        List.copyOf(ingresses),
                        "policy " + namespace + "/" + policy.name() + " lets nobody in to the pods of " + namespace
                                + ", and no policy there lets the ingress proxy in: requests for its Ingresses end in 504",
                        "allow ingress on the pods' port from the proxy's namespace: namespaceSelector and podSelector in one"
                                + " list item")));
    }

    private static boolean hasBackend(Tree spec) {
        return spec.has("defaultBackend", "service")
                || spec.items("rules").stream()
                        .flatMap(rule -> rule.items("http", "paths").stream())
                        .anyMatch(path -> path.has("backend", "service"));
    }
}
