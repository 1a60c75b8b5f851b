package io.portafilter.controller.status;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.processing.event.source.filter.OnUpdateFilter;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The java-operator-sdk around the reconciler, for one term: it watches, queues, retries, and never runs twice for one Ingress. */
final class StatusOperator implements AutoCloseable {
    /** 5,000 statuses take some seconds, and the API server hardly notices. */
    private static final int CONCURRENT_WRITES = 8;

    private static final long LIST_PAGE = 1000;

    private final Operator operator;

    private StatusOperator(Operator operator) {
        this.operator = operator;
    }

    /**
     * Starts it; returns when all Ingresses are known.
     *
     * @param broken is told when it cannot go on
     */
    static StatusOperator start(
            KubernetesClient client,
            StatusReconciler reconciler,
            PrunedIngresses ingresses,
            Optional<String> namespace,
            String fieldManager,
            Consumer<Throwable> broken) {
        Operator operator = new Operator(configuration -> configuration
                .withKubernetesClient(client)
                .withCloseClientOnStop(false)
                .withConcurrentReconciliationThreads(CONCURRENT_WRITES)
                .withReconciliationTerminationTimeout(Duration.ofSeconds(1))
                // The default ends the process, which serves streams and webhooks.
                .withInformerStoppedHandler((informer, failure) -> {
                    if (failure != null) {
                        broken.accept(failure);
                    }
                }));
        OnUpdateFilter<Ingress> changed =
                (now, before) -> !Seen.of(now, fieldManager).equals(Seen.of(before, fieldManager));
        operator.register(reconciler, controller -> {
            controller
                    .withName("ingress-status")
                    .withGenerationAware(false)
                    .withOnUpdateFilter(changed)
                    .withItemStore(ingresses)
                    .withFieldManager(fieldManager)
                    .withInformerListLimit(LIST_PAGE)
                    .withRetry(GenericRetry.defaultLimitedExponentialRetry()
                            .setInitialInterval(Duration.ofSeconds(1))
                            .setIntervalMultiplier(2)
                            .setMaxInterval(Duration.ofMinutes(1).toMillis())
                            .withoutMaxAttempts());
            namespace.ifPresentOrElse(controller::settingNamespace, controller::watchingAllNamespaces);
        });
        operator.start();
        return new StatusOperator(operator);
    }

    @Override
    public void close() {
        operator.stop();
    }
}
