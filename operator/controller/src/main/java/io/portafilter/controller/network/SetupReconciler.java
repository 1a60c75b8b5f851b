package io.portafilter.controller.network;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import io.portafilter.crds.Definition;
import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.crds.setup.NetworkSetupSpec.Mode;
import io.portafilter.crds.setup.NetworkSetupStatus;
import io.portafilter.network.check.NetworkCheck;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.plan.Planner;
import io.portafilter.network.rollout.Hold;
import io.portafilter.network.spec.Wish;
import io.portafilter.network.status.Damping;
import io.portafilter.network.status.Known;
import io.portafilter.network.status.Note;
import io.portafilter.network.status.Progress;
import io.portafilter.network.status.StatusOf;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks, plans, has carried out and tells, whenever the NetworkSetup or something that it is about has changed. */
final class SetupReconciler implements Reconciler<SetupObject> {
    static final String NAME = "cluster";

    /** While a plan is carried out, something can have happened every moment; what happens outside of the API is not told to us. */
    private static final Duration BUSY = Duration.ofMillis(500);

    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration HEALTH_AGE = Duration.ofSeconds(10);
    private static final Duration HOLD = Duration.ofSeconds(30);
    private static final Duration BETWEEN_CAPACITIES = Duration.ofMinutes(1);

    private final SimpleInboundEventSource<SetupObject> changes = new SimpleInboundEventSource<>("network");
    private final KubernetesClient client;
    private final Supplier<Cluster> cluster;
    private final Driver driver;
    private final SetupEvents events;
    private final SetupMetrics metrics;
    private final String namespace;
    private final InstantSource clock;
    private Damping damping = Damping.of(HOLD);
    private Optional<Health> health = Optional.empty();
    private Instant healthAt = Instant.EPOCH;
    private boolean wasBusy;
    private Instant written = Instant.EPOCH;

    SetupReconciler(
            KubernetesClient client,
            Supplier<Cluster> cluster,
            Driver driver,
            SetupEvents events,
            SetupMetrics metrics,
            String namespace,
            InstantSource clock) {
        this.client = client;
        this.cluster = cluster;
        this.driver = driver;
        this.events = events;
        this.metrics = metrics;
        this.namespace = namespace;
        this.clock = clock;
    }

    /** Looks again soon. */
    void lookAgain() {
        changes.propagateEvent(new ResourceID(NAME));
    }

    @Override
    public List<EventSource<?, SetupObject>> prepareEventSources(EventSourceContext<SetupObject> context) {
        return List.of(changes);
    }

    @Override
    public UpdateControl<SetupObject> reconcile(SetupObject setup, Context<SetupObject> context) {
        long began = System.nanoTime();
        Driver.Planned planned = plan(setup);
        metrics.looked(planned, Duration.ofNanos(System.nanoTime() - began));
        Driver.Stand stand = driver.drive(planned);
        metrics.drove(stand);
        if (planned.wish().spec().mode() != Mode.OBSERVE) {
            events.tell(setup, SetupEvents.Told.of(stand));
        }
        boolean busy = !stand.waitsFor().isEmpty() || stand.trouble().isPresent();
        Optional<NetworkSetupStatus> before = statusOf(setup);
        StatusOf.Made made = StatusOf.of(
                known(planned),
                progress(stand, health(planned.seen(), busy || wasBusy)),
                before,
                damping,
                clock.instant());
        damping = made.damping();
        wasBusy = busy; // what an apply changed last is told with its end
        Instant now = clock.instant();
        Duration next = next(busy, now);
        if (before.filter(old -> isTold(old, made.status(), now)).isPresent()) {
            return UpdateControl.<SetupObject>noUpdate().rescheduleAfter(next);
        }
        written = now;
        return UpdateControl.patchStatus(patch(made.status())).rescheduleAfter(next);
    }

    /** What is told already; with every new Service the room for others is another, and that may wait. */
    private boolean isTold(NetworkSetupStatus before, NetworkSetupStatus now, Instant time) {
        return before.equals(now)
                || (before.equals(now.withCapacity(before.capacity()))
                        && time.isBefore(written.plus(BETWEEN_CAPACITIES)));
    }

    private Duration next(boolean busy, Instant now) {
        Duration usual = busy ? BUSY : IDLE;
        return damping.dueAt()
                .map(due -> Duration.between(now, due))
                .map(until -> until.compareTo(BUSY) < 0 ? BUSY : until)
                .filter(until -> until.compareTo(usual) < 0)
                .orElse(usual);
    }

    private Driver.Planned plan(SetupObject setup) {
        Wish wish = Wish.read(new ClusterObject(
                new ObjectId(Definition.KIND, "", setup.getMetadata().getName()),
                new Tree(Map.of("spec", setup.getSpec()))));
        Observation seen = Observation.of(cluster.get());
        return new Driver.Planned(
                setup.getMetadata().getGeneration(),
                wish,
                seen,
                NetworkCheck.check(seen, wish.spec()),
                wish.problems().isEmpty() ? Optional.of(Planner.plan(seen, wish.spec())) : Optional.empty());
    }

    /** Asked again when it is old. */
    private Health health(Observation seen, boolean busy) {
        Instant now = clock.instant();
        if (health.isEmpty() || busy || healthAt.plus(HEALTH_AGE).isBefore(now)) {
            health = Optional.of(Health.of(client, seen));
            healthAt = now;
            metrics.asked(health.get().dns());
        }
        return health.get();
    }

    private static Known known(Driver.Planned planned) {
        return new Known(
                Math.toIntExact(planned.generation()),
                planned.wish().spec(),
                planned.wish().problems(),
                planned.seen(),
                planned.conflicts(),
                planned.plan());
    }

    private Progress progress(Driver.Stand stand, Health now) {
        return new Progress(
                JournalStatus.applying(stand.journal(), stand.waitsFor()),
                JournalStatus.applied(stand.journal(), namespace),
                now.dns(),
                now.dnsReady(),
                now.kubeProxyReady(),
                now.cniReady(),
                stand.held().map(held -> new Note(held.reason().word(), held.message())),
                Stream.concat(
                                stand.trouble().stream(),
                                stand
                                        .held()
                                        .filter(held -> held.reason() == Hold.RESTORED_TOO_OFTEN)
                                        .map(held -> new Note(held.reason().word(), held.message()))
                                        .stream())
                        .toList());
    }

    private static Optional<NetworkSetupStatus> statusOf(SetupObject setup) {
        return Optional.ofNullable(setup.getStatus())
                .filter(tree -> !tree.isEmpty())
                .map(tree -> RecordReader.read(NetworkSetupStatus.class, tree, "status")
                        .value());
    }

    /** With nothing but what is ours. */
    private static SetupObject patch(NetworkSetupStatus status) {
        SetupObject patch = new SetupObject();
        patch.getMetadata().setName(NAME);
        patch.setSpec(Map.of());
        patch.setStatus(RecordWriter.tree(status));
        return patch;
    }
}
