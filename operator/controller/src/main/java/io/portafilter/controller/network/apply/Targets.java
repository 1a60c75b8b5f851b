package io.portafilter.controller.network.apply;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.portafilter.network.cluster.ObjectId;

/** Where the API server has the objects that steps write. */
final class Targets {
    private static final ResourceDefinitionContext SERVICE_CIDR = new ResourceDefinitionContext.Builder()
            .withGroup("networking.k8s.io")
            .withVersion("v1")
            .withKind("ServiceCIDR")
            .withPlural("servicecidrs")
            .withNamespaced(false)
            .build();

    private final KubernetesClient client;

    Targets(KubernetesClient client) {
        this.client = client;
    }

    Resource<GenericKubernetesResource> of(ObjectId id) {
        return switch (id.kind()) {
            case "ConfigMap" -> namespaced("", "ConfigMap", "configmaps", id);
            case "DaemonSet" -> namespaced("apps", "DaemonSet", "daemonsets", id);
            case "Deployment" -> namespaced("apps", "Deployment", "deployments", id);
            case "ServiceCIDR" ->
                client.genericKubernetesResources(SERVICE_CIDR).withName(id.name());
            default -> throw new IllegalArgumentException("nobody knows how to write " + id);
        };
    }

    private Resource<GenericKubernetesResource> namespaced(String group, String kind, String plural, ObjectId id) {
        ResourceDefinitionContext context = new ResourceDefinitionContext.Builder()
                .withGroup(group)
                .withVersion("v1")
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build();
        return client.genericKubernetesResources(context)
                .inNamespace(id.namespace())
                .withName(id.name());
    }

    NonDeletingOperation<GenericKubernetesResource> creating(GenericKubernetesResource range) {
        return client.genericKubernetesResources(SERVICE_CIDR).resource(range);
    }
}
