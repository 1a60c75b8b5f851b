package io.portafilter.controller.lastgood;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.portafilter.controller.leader.Installation;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.LastGoodIngress;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes last good ConfigMaps, and deletes them. They belong to the installation, and go with it. */
final class LastGoodWriter {
    private static final String FIELD_MANAGER = "portafilter";

    private final KubernetesClient client;
    private final Installation installation;
    private final LastGoodConfigMaps form;

    LastGoodWriter(KubernetesClient client, Installation installation) {
        this.client = client;
        this.installation = installation;
        this.form = LastGoodConfigMaps.of(installation);
    }

    /** What is stored, by Ingress; empty where it is damaged. */
    Map<Name, Optional<LastGoodIngress>> stored() {
        Map<Name, Optional<LastGoodIngress>> stored = new TreeMap<>();
        client
                .configMaps()
                .inNamespace(form.namespace())
                .withLabel(LastGoodConfigMaps.LABEL, "true")
                .list()
                .getItems()
                .stream()
                .filter(form::owns)
                .forEach(map -> LastGoodConfigMaps.ingress(map)
                        .ifPresent(ingress -> stored.put(ingress, good(LastGoodConfigMaps.decode(map)))));
        return stored;
    }

    private static Optional<LastGoodIngress> good(Decoded decoded) {
        return switch (decoded) {
            case Decoded.Good(var lastGood) -> Optional.of(lastGood);
            case Decoded.Damaged _ -> Optional.empty();
        };
    }

    /**
     * Stores a text over whatever is there.
     *
     * @return why it cannot be stored, which trying again would not change; empty if it is stored
     * @throws KubernetesClientException if it could not be stored now
     */
    Optional<Finding> save(LastGoodIngress lastGood) {
        Optional<ConfigMap> encoded = form.encode(lastGood);
        if (encoded.isEmpty()) {
            return Optional.of(notStored(lastGood, "it is too large for a ConfigMap, even compressed"));
        }
        ConfigMap map = new ConfigMapBuilder(encoded.get())
                .editMetadata()
                .withOwnerReferences(installation.owner(client).stream().toList())
                .endMetadata()
                .build();
        try {
            client.resource(map).fieldManager(FIELD_MANAGER).forceConflicts().serverSideApply();
            return Optional.empty();
        } catch (KubernetesClientException e) {
            return switch (e.getCode()) {
                case HttpURLConnection.HTTP_BAD_REQUEST, HttpURLConnection.HTTP_ENTITY_TOO_LARGE, 422 ->
                    Optional.of(notStored(lastGood, "the API server refuses it: " + e.getMessage()));
                default -> throw e;
            };
        }
    }

    void delete(Name ingress) {
        client.configMaps()
                .inNamespace(form.namespace())
                .withName(form.name(ingress))
                .delete();
    }

    private static Finding notStored(LastGoodIngress lastGood, String reason) {
        return new Finding(
                "last-good-not-stored",
                Severity.WARNING,
                new Ref(Kind.INGRESS, lastGood.meta().name()),
                "",
                "its last valid text cannot be stored: " + reason
                        + "; it is served as long as an operator runs, and forgotten when all of them start anew. Correct the"
                        + " Ingress, or make it smaller");
    }
}
