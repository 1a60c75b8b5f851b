package io.portafilter.controller.network.apply;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.portafilter.crds.schema.JsonText;
import io.portafilter.network.plan.RangePlan;
import io.portafilter.network.rollout.Journal;
import java.util.Map;
import java.util.Optional;

/** The journal in its ConfigMap. Of two writers at once one fails. */
public final class Journals {
    static final String NAME = "portafilter-network-journal";

    private static final String KEY = "journal";

    private final KubernetesClient client;
    private final String namespace;

    /**
     * The journal of an installation.
     *
     * @param namespace the operator's own
     */
    public Journals(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /**
     * What was read.
     *
     * @param journal what it says
     * @param version of the ConfigMap; empty where there is none
     */
    public record Read(Journal journal, Optional<String> version) {}

    /** Reads it, from the API server itself. */
    public Read read() {
        return Optional.ofNullable(map().get())
                .map(found -> new Read(
                        Optional.ofNullable(found.getData())
                                .map(data -> Journal.parse(data.getOrDefault(KEY, "")))
                                .orElse(Journal.EMPTY),
                        Optional.of(found.getMetadata().getResourceVersion())))
                .orElse(new Read(Journal.EMPTY, Optional.empty()));
    }

    /** Writes it in place of what was read. */
    Read write(Read before, Journal now) {
        ConfigMap written = before.version()
                .map(version -> map().patch(
                                new PatchContext.Builder()
                                        .withPatchType(PatchType.JSON_MERGE)
                                        .build(),
                                JsonText.of(Map.of(
                                        "metadata",
                                        Map.of("resourceVersion", version),
                                        "data",
                                        Map.of(KEY, now.text())))))
                .orElseGet(() -> client.resource(new ConfigMapBuilder()
                                .withNewMetadata()
                                .withNamespace(namespace)
                                .withName(NAME)
                                .addToLabels(RangePlan.OWNER, RangePlan.OURS)
                                .endMetadata()
                                .addToData(KEY, now.text())
                                .build())
                        .create());
        return new Read(now, Optional.of(written.getMetadata().getResourceVersion()));
    }

    private Resource<ConfigMap> map() {
        return client.configMaps().inNamespace(namespace).withName(NAME);
    }
}
