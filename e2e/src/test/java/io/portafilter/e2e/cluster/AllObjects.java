package io.portafilter.e2e.cluster;

import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every object of a cluster, by kind and name, but Events, which end by themselves. */
final class AllObjects {
    private static final Set<String> PASSING = Set.of("Event");

    private AllObjects() {}

    static SortedSet<String> in(KubernetesClient client) {
        SortedSet<String> all = new TreeSet<>();
        kinds(client).forEach(kind -> {
            for (GenericKubernetesResource object : list(client, kind)) {
                String namespace = object.getMetadata().getNamespace();
                String name = object.getMetadata().getName();
                all.add(kind.getKind() + "." + kind.getGroup() + " " + (namespace == null ? "" : namespace + "/")
                        + name);
            }
        });
        return all;
    }

    /** What the API server answers to this asker's wish to list each kind that somebody else knows of: 200, 401, 403 … */
    static Map<String, Integer> answers(KubernetesClient knower, KubernetesClient asker) {
        Map<String, Integer> answers = new TreeMap<>();
        kinds(knower).forEach(kind -> answers.put(kind.getKind() + "." + kind.getGroup(), answer(asker, kind)));
        return answers;
    }

    private static int answer(KubernetesClient asker, ResourceDefinitionContext kind) {
        try {
            list(asker, kind);
            return 200;
        } catch (KubernetesClientException e) {
            return e.getCode();
        }
    }

    private static List<GenericKubernetesResource> list(KubernetesClient client, ResourceDefinitionContext kind) {
        return client.genericKubernetesResources(kind).inAnyNamespace().list().getItems();
    }

    private static Stream<ResourceDefinitionContext> kinds(KubernetesClient client) {
        Stream<ResourceDefinitionContext> core = kinds(client, "", "v1");
        Stream<ResourceDefinitionContext> groups = client.getApiGroups().getGroups().stream()
                .map(APIGroup::getPreferredVersion)
                .flatMap(version -> {
                    String[] parts = version.getGroupVersion().split("/", 2);
                    return kinds(client, parts[0], parts[1]);
                });
        return Stream.concat(core, groups);
    }

    private static Stream<ResourceDefinitionContext> kinds(KubernetesClient client, String group, String version) {
        return client.getApiResources(group.isEmpty() ? version : group + "/" + version).getResources().stream()
                .filter(resource -> resource.getVerbs().contains("list") && !PASSING.contains(resource.getKind()))
                .map(resource -> context(group, version, resource));
    }

    private static ResourceDefinitionContext context(String group, String version, APIResource resource) {
        return new ResourceDefinitionContext.Builder()
                .withGroup(group)
                .withVersion(version)
                .withKind(resource.getKind())
                .withPlural(resource.getName())
                .withNamespaced(resource.getNamespaced())
                .build();
    }
}
