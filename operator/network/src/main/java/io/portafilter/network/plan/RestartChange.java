package io.portafilter.network.plan;

import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.observe.Observation;
import java.util.List;
import java.util.Optional;

/** The restart of a workload that reads its configuration only when it starts: an annotation of its template is changed. */
public final class RestartChange {
    /** On the template of pods: a digest of the configuration that they started with. */
    public static final String ANNOTATION = "portafilter.io/config";

    private static final String FIELD = "spec.template.metadata.annotations[" + ANNOTATION + "]";

    private static final String AGAIN = "-again";

    private RestartChange() {}

    /**
     * The restart after other changes.
     *
     * @param workload a DaemonSet or a Deployment
     * @param texts what it is to start with
     * @param drift that of the configuration
     */
    static Change of(Observation seen, ObjectId workload, List<String> texts, Risk risk, Drift drift) {
        Optional<ClusterObject> live = seen.cluster().get(workload.kind(), workload.namespace(), workload.name());
        boolean rolls = live.map(object -> object.tree().textOrEmpty("spec", "updateStrategy", "type"))
                .filter("OnDelete"::equals)
                .isEmpty();
        String before = live.flatMap(
                        object -> object.tree().text("spec", "template", "metadata", "annotations", ANNOTATION))
                .orElse("");
        return new Change(
                workload,
                FIELD,
                before,
                other(before, Digest.of(texts)),
                risk,
                live.isPresent() && rolls ? Feasibility.APPLY : Feasibility.MANUAL,
                drift,
                "its configuration is written",
                "every pod of it is of the new template and ready again",
                "its configuration as it was, and another restart",
                live.isPresent() && rolls ? List.of() : byHand(workload, live.isPresent()));
    }

    /** Somebody may have restarted it with another configuration since it had this one: the same text again would restart nothing. */
    private static String other(String before, String digest) {
        return before.equals(digest) ? digest + AGAIN : digest;
    }

    private static List<String> byHand(ObjectId workload, boolean exists) {
        return List.of(
                exists
                        ? "its updateStrategy is OnDelete: delete its pods one after the other, each when the one before is ready:"
                        : "there is no " + workload + ": restart what reads the configuration:",
                "kubectl --namespace " + workload.namespace() + " get pods");
    }
}
