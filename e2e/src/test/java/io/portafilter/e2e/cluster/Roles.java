package io.portafilter.e2e.cluster;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** All that the roles of a release grant, one verb on one resource each. */
record Roles(SortedSet<Grant> grants) {
    /** The roles that carry this release's label. */
    static Roles of(KubernetesClient client, String release) {
        String label = "app.kubernetes.io/instance";
        SortedSet<Grant> all = new TreeSet<>();
        client.rbac()
                .clusterRoles()
                .withLabel(label, release)
                .list()
                .getItems()
                .forEach(role -> add(all, "", role.getRules()));
        client.rbac()
                .roles()
                .inAnyNamespace()
                .withLabel(label, release)
                .list()
                .getItems()
                .forEach(role -> add(all, role.getMetadata().getNamespace(), role.getRules()));
        return new Roles(all);
    }

    private static void add(SortedSet<Grant> all, String namespace, List<PolicyRule> rules) {
        for (PolicyRule rule : rules) {
            List<String> names = rule.getResourceNames().isEmpty() ? List.of("") : rule.getResourceNames();
            for (String group : rule.getApiGroups()) {
                for (String resource : rule.getResources()) {
                    for (String name : names) {
                        for (String verb : rule.getVerbs()) {
                            all.add(new Grant(namespace, group, resource, name, verb));
                        }
                    }
                }
            }
        }
    }
}
