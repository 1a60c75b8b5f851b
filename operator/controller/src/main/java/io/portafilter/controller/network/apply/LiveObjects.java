package io.portafilter.controller.network.apply;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.portafilter.crds.schema.JsonText;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.corefile.render.Mark;
import io.portafilter.network.plan.LastWritten;
import io.portafilter.network.plan.RangePlan;
import io.portafilter.network.plan.RestartChange;
import io.portafilter.network.rollout.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads and writes what steps are about. Each write names the version that was read. */
final class LiveObjects {
    private static final PatchContext MERGE = new PatchContext.Builder()
            .withPatchType(PatchType.JSON_MERGE)
            .withFieldManager("portafilter-network")
            .build();

    private final Targets targets;

    LiveObjects(KubernetesClient client) {
        this.targets = new Targets(client);
    }

    /** What stands there now; nothing where the object is gone that holds it. A ServiceCIDR that is not there stands, empty. */
    Optional<Standing> read(Step step) {
        Optional<GenericKubernetesResource> live =
                Optional.ofNullable(targets.of(step.object()).get());
        if (live.isEmpty()) {
            return step instanceof Step.Range ? Optional.of(new Standing(step, "", "", "")) : Optional.empty();
        }
        Map<String, Object> fields = new HashMap<>(live.get().getAdditionalProperties());
        Tree tree = new Tree(fields);
        String note = Optional.ofNullable(live.get().getMetadata().getAnnotations())
                .map(all -> all.get(LastWritten.ANNOTATION))
                .orElse("");
        String text = switch (step) {
            case Step.Corefile corefile -> tree.textOrEmpty("data", corefile.key());
            case Step.Text other -> tree.textOrEmpty("data", other.key());
            case Step.Restart _ ->
                tree.textOrEmpty("spec", "template", "metadata", "annotations", RestartChange.ANNOTATION);
            case Step.Range _ ->
                live.get().getMetadata().getDeletionTimestamp() != null
                        ? ""
                        : String.join(",", tree.texts("spec", "cidrs"));
        };
        return Optional.of(new Standing(step, text, live.get().getMetadata().getResourceVersion(), note));
    }

    /** A workload as it is now. */
    Optional<ClusterObject> workload(Step.Restart restart) {
        return Optional.ofNullable(targets.of(restart.object()).get()).map(live -> {
            Map<String, Object> fields = new HashMap<>(live.getAdditionalProperties());
            fields.put(
                    "metadata",
                    Map.of(
                            "generation",
                            Objects.requireNonNullElse(live.getMetadata().getGeneration(), 0L)));
            return new ClusterObject(restart.object(), new Tree(fields));
        });
    }

    /** Whether a ServiceCIDR hands out addresses. */
    boolean isReady(Step.Range range) {
        return Optional.ofNullable(targets.of(range.object()).get())
                .map(live -> new Tree(live.getAdditionalProperties()))
                .filter(tree -> tree.items("status", "conditions").stream()
                        .anyMatch(condition -> condition.textOrEmpty("type").equals("Ready")
                                && condition.textOrEmpty("status").equals("True")))
                .isPresent();
    }

    /** Writes what is to stand there after the step. */
    void apply(Standing now) {
        write(now, now.step().after());
    }

    /** Writes what stood there before it. */
    void takeBack(Standing now) {
        write(now, now.step().before());
    }

    private void write(Standing now, String text) {
        switch (now.step()) {
            case Step.Corefile step -> data(now, step.key(), text, Mark.strip(text));
            case Step.Text step -> data(now, step.key(), text, text);
            case Step.Restart _ -> template(now, text);
            case Step.Range step -> range(step, now, text);
        }
    }

    private void data(Standing now, String key, String text, String wish) {
        String note =
                LastWritten.of(text, wish).annotation(Optional.of(now.note()).filter(old -> !old.isEmpty()), key);
        patch(now, Map.of(LastWritten.ANNOTATION, note), "data", Map.of(key, text));
    }

    private void template(Standing now, String digest) {
        Map<String, Object> annotations = new HashMap<>();
        annotations.put(RestartChange.ANNOTATION, digest.isEmpty() ? null : digest);
        patch(now, Map.of(), "spec", Map.of("template", Map.of("metadata", Map.of("annotations", annotations))));
    }

    private void patch(Standing now, Map<String, String> annotations, String field, Map<String, ?> value) {
        Map<String, Object> metadata = new HashMap<>(Map.of("resourceVersion", now.version()));
        if (!annotations.isEmpty()) {
            metadata.put("annotations", annotations);
        }
        targets.of(now.step().object()).patch(MERGE, JsonText.of(Map.of("metadata", metadata, field, value)));
    }

    private void range(Step.Range step, Standing now, String ranges) {
        if (ranges.isEmpty()) {
            targets.of(step.object()).lockResourceVersion(now.version()).delete();
        } else {
            targets.creating(new GenericKubernetesResourceBuilder()
                            .withApiVersion("networking.k8s.io/v1")
                            .withKind("ServiceCIDR")
                            .withNewMetadata()
                            .withName(step.object().name())
                            .addToLabels(RangePlan.OWNER, RangePlan.OURS)
                            .endMetadata()
                            .addToAdditionalProperties("spec", Map.of("cidrs", List.of(ranges.split(","))))
                            .build())
                    .create();
        }
    }
}
