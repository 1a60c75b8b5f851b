package io.portafilter.controller.network.source;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.TreeReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An export's objects on a real API server, as far as it takes them: addresses that are not its own to give it gives itself. */
final class LoadedExport implements AutoCloseable {
    /** Kinds that only some API servers know. */
    private static final List<Defined> DEFINED = List.of(
            new Defined("IPPool", "ippools", "crd.projectcalico.org"),
            new Defined("Network", "networks", "config.openshift.io"),
            new Defined("DNS", "dnses", "operator.openshift.io"));

    private static final String WORKLOADS = "configmaps,daemonsets,deployments";

    private record Defined(String kind, String plural, String group) {
        String resource() {
            return plural + "." + group;
        }
    }

    private final ApiServer api;
    private final KubernetesClient client;
    private final List<Resource<?>> made = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    private LoadedExport(ApiServer api) {
        this.api = api;
        this.client = api.client();
    }

    static LoadedExport load(ApiServer api, String name) {
        LoadedExport loaded = new LoadedExport(api);
        DEFINED.forEach(loaded::define);
        Exports.objects(name).forEach(loaded::create);
        return loaded;
    }

    /** What the API server did not take. */
    List<String> refused() {
        return refused;
    }

    private void define(Defined defined) {
        made.add(client.resource(api.apply(
                        "default", """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: %1$s}
                spec:
                  group: %2$s
                  scope: Cluster
                  names: {kind: %3$s, plural: %4$s, singular: the-%4$s}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
                """.formatted(defined.resource(), defined.group(), defined.kind(), defined.plural()))
                .getFirst()));
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> client.genericKubernetesResources(defined.group() + "/v1", defined.kind())
                                .list()
                        != null);
    }

    private void create(ClusterObject object) {
        GenericKubernetesResource wanted = Exports.resource(object);
        String namespace = object.id().namespace();
        if (!namespace.isEmpty() && client.namespaces().withName(namespace).get() == null) {
            client.resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(namespace)
                            .endMetadata()
                            .build())
                    .create();
        }
        Object status = wanted.getAdditionalProperties().get("status");
        if (create(wanted).or(() -> create(withoutAddresses(wanted))).isEmpty()) {
            refused.add(object.id().toString());
        } else if (status != null
                && DEFINED.stream()
                        .noneMatch(defined -> defined.kind().equals(object.id().kind()))) {
            Resource<GenericKubernetesResource> resource = client.resource(wanted);
            GenericKubernetesResource now = resource.get();
            now.setAdditionalProperty("status", status);
            client.resource(now).updateStatus();
        }
    }

    private Optional<GenericKubernetesResource> create(GenericKubernetesResource wanted) {
        try {
            GenericKubernetesResource created = client.resource(wanted).create();
            made.add(client.resource(created));
            return Optional.of(created);
        } catch (KubernetesClientException e) {
            return Optional.empty();
        }
    }

    private static GenericKubernetesResource withoutAddresses(GenericKubernetesResource wanted) {
        if (wanted.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec) {
            List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy").forEach(spec::remove);
        }
        return wanted;
    }

    /** All that {@code portafilter network export} asks for. */
    Cluster export() {
        List<ClusterObject> objects = new ArrayList<>();
        String defined = DEFINED.stream().map(Defined::resource).collect(Collectors.joining(","));
        Stream.of("nodes,services,ingresses,networkpolicies,servicecidrs,ipaddresses,pods", defined, WORKLOADS)
                .map(kinds -> api.kubectl("get", kinds, "--all-namespaces", "--show-managed-fields", "-o", "yaml"))
                .forEach(text -> objects.addAll(TreeReader.read("export", text).objects()));
        return Cluster.of(objects, Map.of());
    }

    @Override
    public void close() {
        made.reversed().forEach(resource -> resource.withGracePeriod(0).delete());
        Set<String> names = DEFINED.stream().map(Defined::resource).collect(Collectors.toSet());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> client.apiextensions().v1().customResourceDefinitions().list().getItems().stream()
                        .map(definition -> definition.getMetadata().getName())
                        .noneMatch(names::contains));
    }
}
