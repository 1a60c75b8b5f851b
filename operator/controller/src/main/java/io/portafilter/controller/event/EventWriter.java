package io.portafilter.controller.event;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.portafilter.snapshot.Kind;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Writes core/v1 Events, which {@code kubectl describe} and everybody's exporters know, and counts in them; reads none. */
final class EventWriter {
    private static final String COMPONENT = "portafilter";

    private final KubernetesClient client;
    private final String instance;
    private final Clock clock;

    EventWriter(KubernetesClient client, String instance, Clock clock) {
        this.client = client;
        this.instance = instance;
        this.clock = clock;
    }

    /** Tells it unless it was told before. */
    void tell(Notice notice) {
        create(notice);
    }

    /** Tells it, once more if it was told before. */
    void tellAgain(Notice notice) {
        if (!create(notice) && !count(notice)) {
            create(notice);
        }
    }

    /** Keeps alive what was told before: the API server forgets Events, usually after an hour. */
    void repeat(Notice notice) {
        if (!count(notice)) {
            create(notice);
        }
    }

    /** False if it is there. */
    private boolean create(Notice notice) {
        String now = now();
        Event event = named(notice)
                .withNewInvolvedObject()
                .withApiVersion(apiVersion(notice.object().kind()))
                .withKind(notice.object().kind().label())
                .withNamespace(namespace(notice))
                .withName(notice.object().name().name())
                .withUid(notice.uid())
                .endInvolvedObject()
                .withType(notice.type().text())
                .withReason(notice.reason())
                .withMessage(notice.message())
                .withNewSource()
                .withComponent(COMPONENT)
                .withHost(instance)
                .endSource()
                .withReportingComponent(COMPONENT)
                .withReportingInstance(instance)
                .withCount(1)
                .withFirstTimestamp(now)
                .withLastTimestamp(now)
                .build();
        try {
            client.resource(event).create();
            return true;
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    /**
     * False if it is not there. The answer to the first patch says the count, so that nobody needs a right to read: with an item in its
     * hands the client does not get the object first, as it would with a name.
     */
    private boolean count(Notice notice) {
        Resource<Event> event = client.resource(named(notice).build());
        PatchContext merge = PatchContext.of(PatchType.JSON_MERGE);
        try {
            Event before = event.patch(merge, "{\"lastTimestamp\":\"" + now() + "\"}");
            int count = Optional.ofNullable(before.getCount()).orElse(0);
            event.patch(merge, "{\"count\":" + (count + 1) + "}");
            return true;
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private static EventBuilder named(Notice notice) {
        return new EventBuilder()
                .withNewMetadata()
                .withNamespace(notice.eventNamespace())
                .withName(notice.eventName())
                .endMetadata();
    }

    private String now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String namespace(Notice notice) {
        return notice.object().name().namespace();
    }

    private static String apiVersion(Kind kind) {
        return switch (kind) {
            case INGRESS, INGRESS_CLASS, LAST_GOOD_INGRESS -> "networking.k8s.io/v1";
            case ENDPOINT_SLICE -> "discovery.k8s.io/v1";
            case SERVICE, ENDPOINTS, SECRET, CONFIG_MAP, NAMESPACE, POD, NODE -> "v1";
        };
    }
}
