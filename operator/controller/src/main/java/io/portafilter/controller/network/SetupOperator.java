package io.portafilter.controller.network;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.processing.event.rate.LinearRateLimiter;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Duration;
import java.util.function.Consumer;

/** The java-operator-sdk around the reconciler, for one term: it watches the NetworkSetup, queues, retries, and never runs twice at a time. */
final class SetupOperator implements AutoCloseable {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    /** A large cluster changes all the time, and a look at it costs a good part of a second. */
    private static final int LOOKS_A_SECOND = 2;

    private final Operator operator;

    private SetupOperator(Operator operator) {
        this.operator = operator;
    }

    /**
     * Starts it.
     *
     * @param broken is told when it cannot go on
     */
    static SetupOperator start(KubernetesClient client, SetupReconciler reconciler, Consumer<Throwable> broken) {
        Operator operator = new Operator(configuration -> configuration
                .withKubernetesClient(client)
                .withCloseClientOnStop(false)
                .withConcurrentReconciliationThreads(1)
                .withReconciliationTerminationTimeout(A_SECOND)
                // The default ends the process, which serves streams and webhooks.
                .withInformerStoppedHandler((informer, failure) -> {
                    if (failure != null) {
                        broken.accept(failure);
                    }
                }));
        operator.register(
                reconciler,
                controller -> controller
                        .withName("network-setup")
                        .withFieldManager("portafilter-network")
                        .withRateLimiter(new LinearRateLimiter(A_SECOND, LOOKS_A_SECOND))
                        .watchingAllNamespaces()
                        .withRetry(GenericRetry.defaultLimitedExponentialRetry()
                                .setInitialInterval(A_SECOND)
                                .setIntervalMultiplier(2)
                                .setMaxInterval(Duration.ofSeconds(30).toMillis())
                                .withoutMaxAttempts()));
        operator.start();
        return new SetupOperator(operator);
    }

    @Override
    public void close() {
        operator.stop();
    }
}
