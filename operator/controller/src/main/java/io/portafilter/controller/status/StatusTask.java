package io.portafilter.controller.status;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.portafilter.compiler.Compilation;
import io.portafilter.compiler.IngressState;
import io.portafilter.contract.Frame;
import io.portafilter.controller.compile.StepListener;
import io.portafilter.controller.compile.View;
import io.portafilter.controller.leader.Followed;
import io.portafilter.controller.leader.LeaderTask;
import io.portafilter.snapshot.Name;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the statuses of all Ingresses as they should be, while this replica leads. */
public final class StatusTask implements LeaderTask, StepListener {
    private static final Logger LOG = LoggerFactory.getLogger(StatusTask.class);
    private static final Duration AT_LEAST = Duration.ofHours(1);

    private final KubernetesClient client;
    private final Followed<Name, Boolean> views = new Followed<>(StatusTask::gather);
    private final StatusOptions options;
    private final String fieldManager;
    private final Counter failures;
    private volatile PrunedIngresses ingresses;
    private volatile Optional<List<Address>> addresses = Optional.empty();

    /** A task that waits to be started. */
    public StatusTask(KubernetesClient client, StatusOptions options, MeterRegistry meters) {
        this.client = client;
        this.options = options;
        this.fieldManager = StatusPatch.fieldManager(options.installation());
        this.ingresses = new PrunedIngresses(fieldManager);
        this.failures = Counter.builder("portafilter_status_write_failures")
                .description("Writes of an Ingress's status that failed; they are tried again.")
                .register(meters);
    }

    private static void gather(Compilation compilation, Map<Name, Boolean> touched) {
        compilation.ingresses().came().forEach(state -> touched.put(state.name(), true));
        compilation.ingresses().went().forEach(state -> touched.put(state.name(), true));
    }

    @Override
    public void stepped(Compilation compilation, List<Frame.Down> frames, View view) {
        views.stepped(compilation, frames, view);
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public void lead() throws InterruptedException {
        views.begin();
        Thread self = Thread.currentThread();
        AtomicReference<Throwable> broken = new AtomicReference<>();
        ingresses = new PrunedIngresses(fieldManager);
        addresses = Optional.empty();
        StatusReconciler reconciler = new StatusReconciler(fieldManager, this::plan, failures);
        try (AddressFeed _ = AddressFeed.open(options.source(), client, told -> {
                    if (!Optional.of(told).equals(addresses)) {
                        LOG.info("Ingresses show {} from now on", told.isEmpty() ? "no address" : told);
                        addresses = Optional.of(told);
                        views.view()
                                .ifPresent(view ->
                                        reconciler.lookAt(view.ingresses().keySet()));
                    }
                });
                StatusOperator _ = StatusOperator.start(
                        client, reconciler, ingresses, options.namespace(), fieldManager, failure -> {
                            broken.set(failure);
                            self.interrupt();
                        })) {
            while (true) {
                reconciler.lookAt(views.await(AT_LEAST).touched().keySet());
            }
        } catch (InterruptedException e) {
            if (broken.get() != null) {
                throw new IllegalStateException("Ingresses cannot be watched any more", broken.get());
            }
            throw e;
        } finally {
            views.end();
        }
    }

    private Optional<List<Address>> plan(Seen seen) {
        Optional<IngressState.Effect> effect = views.view()
                .flatMap(view -> Optional.ofNullable(view.ingresses().get(seen.name())))
                .map(IngressState::effect);
        return StatusPlan.write(effect, addresses, seen.shown(), seen.ours());
    }

    @Override
    public void farewell() throws InterruptedException {
        if (options.clearOnShutdown() && options.pod().isPresent()) {
            if (LastReplica.isLast(client, options.pod().get())) {
                List<Name> ours = ingresses
                        .seen()
                        .filter(seen -> seen.ours() && !seen.shown().isEmpty())
                        .map(Seen::name)
                        .sorted()
                        .toList();
                LOG.info("nobody is left who would serve: {} Ingresses lose their address", ours.size());
                StatusClearing.clear(client, fieldManager, ours);
            }
        }
    }
}
