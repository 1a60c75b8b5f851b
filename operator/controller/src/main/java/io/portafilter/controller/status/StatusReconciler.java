package io.portafilter.controller.status;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import io.micrometer.core.instrument.Counter;
import io.portafilter.snapshot.Name;
import java.net.HttpURLConnection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the status of an Ingress with what it should be, whenever one or the other may have changed. */
final class StatusReconciler implements Reconciler<Ingress> {
    private static final Logger LOG = LoggerFactory.getLogger(StatusReconciler.class);

    private final SimpleInboundEventSource<Ingress> changes = new SimpleInboundEventSource<>("compiled");
    private final String fieldManager;
    private final Function<Seen, Optional<List<Address>>> plan;
    private final Counter failures;
    private final AtomicInteger told = new AtomicInteger();

    /**
     * A reconciler.
     *
     * @param plan the addresses to write, if any
     * @param failures counts writes that failed
     */
    StatusReconciler(String fieldManager, Function<Seen, Optional<List<Address>>> plan, Counter failures) {
        this.fieldManager = fieldManager;
        this.plan = plan;
        this.failures = failures;
    }

    /** Looks at these soon. */
    void lookAt(Collection<Name> ingresses) {
        ingresses.forEach(name -> changes.propagateEvent(new ResourceID(name.name(), name.namespace())));
    }

    @Override
    public List<EventSource<?, Ingress>> prepareEventSources(EventSourceContext<Ingress> context) {
        return List.of(changes);
    }

    @Override
    public UpdateControl<Ingress> reconcile(Ingress ingress, Context<Ingress> context) {
        Seen seen = Seen.of(ingress, fieldManager);
        return plan.apply(seen)
                .map(addresses -> UpdateControl.patchStatus(StatusPatch.of(seen.name(), addresses)))
                .orElseGet(UpdateControl::noUpdate);
    }

    @Override
    public ErrorStatusUpdateControl<Ingress> updateErrorStatus(
            Ingress ingress, Context<Ingress> context, Exception failure) {
        if (failure instanceof KubernetesClientException answer
                && answer.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
            return ErrorStatusUpdateControl.<Ingress>noStatusUpdate().withNoRetry();
        }
        failures.increment();
        int code = failure instanceof KubernetesClientException answer ? answer.getCode() : -1;
        if (told.getAndSet(code) != code) {
            LOG.warn(
                    "the status of Ingress {} cannot be written: {}; it is tried again, and so are others, silently",
                    Seen.name(ingress),
                    failure.getMessage());
        }
        return ErrorStatusUpdateControl.defaultErrorProcessing();
    }
}
