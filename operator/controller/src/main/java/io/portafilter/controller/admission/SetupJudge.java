package io.portafilter.controller.admission;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionRequest;
import io.portafilter.crds.Definition;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.spec.Refusals;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Judges a NetworkSetup by what it says itself, so that every replica answers, whoever leads. */
final class SetupJudge {
    private static final int REASONS = 10;

    private SetupJudge() {}

    /** The verdict on a request; other kinds and operations are none of our business. */
    static Answer judge(AdmissionRequest request) {
        boolean stores = "CREATE".equals(request.getOperation()) || "UPDATE".equals(request.getOperation());
        Optional<ClusterObject> setup = setup(Optional.ofNullable(request.getObject()));
        if (!stores || setup.isEmpty()) {
            return Answer.ALLOWED;
        }
        Refusals found = Refusals.of(setup.get(), setup(Optional.ofNullable(request.getOldObject())));
        return new Answer(
                found.refusals().isEmpty() ? Optional.empty() : Optional.of(sentence(found.refusals())),
                found.warnings().stream().map(Judge::cut).limit(REASONS).toList());
    }

    private static Optional<ClusterObject> setup(Optional<Object> object) {
        return object.filter(GenericKubernetesResource.class::isInstance)
                .map(GenericKubernetesResource.class::cast)
                .filter(setup -> Definition.KIND.equals(setup.getKind()))
                .map(setup -> new ClusterObject(
                        new ObjectId(
                                Definition.KIND,
                                "",
                                Optional.ofNullable(setup.getMetadata().getName())
                                        .orElse("")),
                        new Tree(new TreeMap<>(setup.getAdditionalProperties()))));
    }

    private static String sentence(List<String> refusals) {
        int more = refusals.size() - REASONS;
        return String.join("; ", refusals.subList(0, Math.min(REASONS, refusals.size())))
                + (more > 0 ? "; and " + more + " more" : "");
    }
}
