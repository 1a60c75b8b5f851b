package io.portafilter.controller.network;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.portafilter.crds.Definition;
import io.portafilter.network.rollout.Hold;
import io.portafilter.network.rollout.Phase;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what happens as Events of the NetworkSetup: each thing once, when it begins to be so. */
final class SetupEvents {
    private static final Logger LOG = LoggerFactory.getLogger(SetupEvents.class);
    private static final int LONGEST = 1000; // of the 1024 characters that the API takes

    /** Nobody has to look who has not asked for a plan. */
    private static final Set<Hold> IS_USUAL = Set.of(Hold.MODE, Hold.NOT_APPROVED);

    private final KubernetesClient client;
    private final String reporter;
    private Optional<Told> last = Optional.empty();

    /**
     * Events that this replica tells.
     *
     * @param reporter the pod
     */
    SetupEvents(KubernetesClient client, String reporter) {
        this.client = client;
        this.reporter = reporter;
    }

    /**
     * Something to tell.
     *
     * @param bad whether somebody should look
     * @param reason in CamelCase
     */
    record Told(boolean bad, String reason, String message) {
        /** How an apply is. */
        static Optional<Told> of(Driver.Stand stand) {
            String plan = "plan " + stand.journal().hash();
            Phase phase = stand.journal().phase();
            String why = stand.journal().message().isEmpty()
                    ? ""
                    : ": " + stand.journal().message();
            Optional<Told> told = switch (phase) {
                case NONE -> Optional.empty();
                case APPLYING -> Optional.of(new Told(false, "Applying", plan + " is carried out"));
                case RETURNING -> Optional.of(new Told(true, "Returning", plan + " is taken back" + why));
                case APPLIED -> Optional.of(new Told(false, "Applied", plan + " is in effect"));
                case ROLLED_BACK -> Optional.of(new Told(true, "RolledBack", plan + " was taken back" + why));
                case FAILED -> Optional.of(new Told(true, "Failed", plan + " failed" + why));
            };
            return stand.held()
                    .map(held -> new Told(
                            !IS_USUAL.contains(held.reason()), held.reason().word(), held.message()))
                    .or(() -> told);
        }
    }

    /** Tells it, unless it was the last thing that was told. */
    void tell(SetupObject setup, Optional<Told> now) {
        if (now.isPresent() && !now.equals(last)) {
            last = now;
            try {
                write(setup, now.get());
            } catch (KubernetesClientException e) {
                LOG.warn("an Event about NetworkSetup cluster could not be written: {}", e.getMessage());
            }
        }
    }

    private void write(SetupObject setup, Told told) {
        String time = Instant.now().toString();
        client.resource(new EventBuilder()
                        .withNewMetadata()
                        .withNamespace("default")
                        .withGenerateName(setup.getMetadata().getName() + ".")
                        .endMetadata()
                        .withType(told.bad() ? "Warning" : "Normal")
                        .withReason(told.reason())
                        .withMessage(told.message()
                                .substring(0, Math.min(LONGEST, told.message().length())))
                        .withNewInvolvedObject()
                        .withApiVersion(Definition.GROUP + "/" + Definition.VERSION)
                        .withKind(Definition.KIND)
                        .withName(setup.getMetadata().getName())
                        .withUid(setup.getMetadata().getUid())
                        .endInvolvedObject()
                        .withNewSource()
                        .withComponent("portafilter-network")
                        .endSource()
                        .withReportingComponent("portafilter.io/network")
                        .withReportingInstance(reporter)
                        .withFirstTimestamp(time)
                        .withLastTimestamp(time)
                        .withCount(1)
                        .build())
                .create();
    }
}
