package io.portafilter.controller.status;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerStatus;
import io.fabric8.kubernetes.api.model.networking.v1.IngressStatus;
import io.portafilter.snapshot.Name;
import java.util.List;
import java.util.Optional;

/**
 * What is read of an Ingress here.
 *
 * @param name which
 * @param shown the addresses in its status, sorted
 * @param ours whether they are ours: the API server keeps who wrote a field last
 */
record Seen(Name name, List<Address> shown, boolean ours) {
    static Seen of(Ingress ingress, String fieldManager) {
        return new Seen(
                name(ingress),
                shown(ingress),
                ownEntries(ingress, fieldManager).stream().findAny().isPresent());
    }

    static Name name(HasMetadata object) {
        return new Name(
                object.getMetadata().getNamespace(), object.getMetadata().getName());
    }

    /** The same Ingress without whatever is not read here: of 20,000 of them a leader holds only this. */
    static Ingress prune(Ingress ingress, String fieldManager) {
        return new IngressBuilder()
                .withMetadata(new ObjectMetaBuilder()
                        .withNamespace(ingress.getMetadata().getNamespace())
                        .withName(ingress.getMetadata().getName())
                        .withUid(ingress.getMetadata().getUid())
                        .withResourceVersion(ingress.getMetadata().getResourceVersion())
                        .withManagedFields(ownEntries(ingress, fieldManager))
                        .build())
                .withStatus(ingress.getStatus())
                .build();
    }

    private static List<Address> shown(Ingress ingress) {
        return Address.sorted(Optional.ofNullable(ingress.getStatus())
                .map(IngressStatus::getLoadBalancer)
                .map(IngressLoadBalancerStatus::getIngress)
                .orElse(List.of())
                .stream()
                .map(Address::of)
                .toList());
    }

    private static List<ManagedFieldsEntry> ownEntries(Ingress ingress, String fieldManager) {
        return ingress.getMetadata().getManagedFields().stream()
                .filter(entry -> fieldManager.equals(entry.getManager()) && "status".equals(entry.getSubresource()))
                .map(entry -> {
                    ManagedFieldsEntry own = new ManagedFieldsEntry();
                    own.setManager(entry.getManager());
                    own.setSubresource(entry.getSubresource());
                    return own;
                })
                .toList();
    }
}
