package io.portafilter.controller.network;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.portafilter.controller.leader.LeaderTask;
import io.portafilter.controller.network.apply.Applier;
import io.portafilter.controller.network.source.LiveCluster;
import io.portafilter.controller.watch.WatchState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the cluster's network as its NetworkSetup says, while this replica leads. */
public final class NetworkTask implements LeaderTask {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkTask.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final KubernetesClient client;
    private final NetworkOptions options;
    private final SetupMetrics metrics;
    private final InstantSource clock;
    private volatile Optional<LiveCluster> cluster = Optional.empty();

    /** A task that waits to be started. */
    public NetworkTask(KubernetesClient client, NetworkOptions options, MeterRegistry meters, InstantSource clock) {
        this.client = client;
        this.options = options;
        this.metrics = new SetupMetrics(meters);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "network";
    }

    /** How each watch is; none while another replica leads. */
    public List<WatchState> watches() {
        return cluster.map(LiveCluster::states).orElse(List.of());
    }

    @Override
    public void lead() throws InterruptedException {
        AtomicReference<SetupReconciler> reconciler = new AtomicReference<>();
        try (LiveCluster live = new LiveCluster(
                client,
                options.source(),
                () -> Optional.ofNullable(reconciler.get()).ifPresent(SetupReconciler::lookAgain))) {
            cluster = Optional.of(live);
            live.start().get();
            lead(live, reconciler);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the cluster's network cannot be watched", e.getCause());
        } finally {
            cluster = Optional.empty();
        }
    }

    /** What was begun is brought to its end also when its NetworkSetup is deleted meanwhile. */
    private boolean isGone() {
        return client.resources(SetupObject.class)
                        .withName(SetupReconciler.NAME)
                        .get()
                == null;
    }

    private void lead(LiveCluster live, AtomicReference<SetupReconciler> reconciler) throws InterruptedException {
        Thread self = Thread.currentThread();
        AtomicReference<Throwable> broken = new AtomicReference<>();
        Optional<Applier> applier = options.writes()
                ? Optional.of(new Applier(client, options.source().namespace(), clock))
                : Optional.empty();
        SetupReconciler looking = new SetupReconciler(
                client,
                live::cluster,
                new Driver(applier, clock),
                new SetupEvents(client, options.pod()),
                metrics,
                options.source().namespace(),
                clock);
        try (SetupOperator _ = SetupOperator.start(client, looking, failure -> {
            broken.set(failure);
            self.interrupt();
        })) {
            reconciler.set(looking);
            looking.lookAgain();
            LOG.info(
                    "the cluster's network is looked after{}",
                    options.writes() ? "" : "; nothing but a status is written");
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                if (applier.isPresent() && isGone()) {
                    Driver.finish(applier.get(), live.cluster());
                }
            }
        } catch (InterruptedException e) {
            if (broken.get() != null) {
                throw new IllegalStateException("NetworkSetup cannot be watched any more", broken.get());
            }
            throw e;
        }
    }
}
