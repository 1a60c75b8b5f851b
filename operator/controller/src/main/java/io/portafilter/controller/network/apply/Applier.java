package io.portafilter.controller.network.apply;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.portafilter.controller.network.probe.Proof;
import io.portafilter.crds.setup.Rollout;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.rollout.Backup;
import io.portafilter.network.rollout.Hold;
import io.portafilter.network.rollout.Phase;
import io.portafilter.network.rollout.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Carries out plans, a little each time it is asked. Nothing is remembered but the journal and the backup: what is done is seen by
 * comparing what stands in the cluster with what each step says of before and after. So whoever goes on after a crash, or after the API
 * server was away, begins where the last one was. Any call may throw what the client throws; the next one goes on.
 */
public final class Applier {
    private final LiveObjects objects;
    private final Prover prover;
    private final Journals journals;
    private final Backups backups;
    private final InstantSource clock;
    private final Patience patience = new Patience();

    /**
     * An applier.
     *
     * @param namespace the operator's own, for journal and backups
     */
    public Applier(KubernetesClient client, String namespace, InstantSource clock) {
        this.objects = new LiveObjects(client);
        this.prover = new Prover(client, objects);
        this.journals = new Journals(client, namespace);
        this.backups = new Backups(client, namespace);
        this.clock = clock;
    }

    /**
     * What is to be begun.
     *
     * @param hash of the plan
     * @param generation of the NetworkSetup
     * @param restoring whether it only takes back what somebody else did
     * @param steps at least one
     */
    public record Order(String hash, long generation, boolean restoring, List<Step> steps) {
        /** Copies the list. */
        public Order {
            steps = List.copyOf(steps);
        }
    }

    /** What the journal says. */
    public Journals.Read journal() {
        return journals.read();
    }

    /**
     * Begins: the backup first, then the journal; no step is written yet.
     *
     * @return why it was not begun; empty if it was
     */
    public Optional<Refusal> begin(Journals.Read journal, Order order) {
        SortedMap<String, String> data = Backup.data(order.steps());
        if (Backup.bytes(data) > Backup.MOST_BYTES) {
            return Optional.of(new Refusal(
                    Hold.TOO_LARGE,
                    "texts and backup of the plan have " + Backup.bytes(data) + " bytes, and a ConfigMap holds "
                            + Backup.MOST_BYTES + "; make them shorter"));
        }
        Optional<Step> moved = order.steps().stream()
                .filter(step -> objects.read(step).filter(Standing::isBefore).isEmpty())
                .findFirst();
        if (moved.isPresent()) {
            return Optional.of(new Refusal(
                    Hold.CHANGED_MEANWHILE,
                    moved.get().object() + " is not as the plan found it; a new plan is on its way"));
        }
        String backup = backups.keep(order.hash(), data);
        patience.forget();
        journals.write(
                journal,
                journal.journal().begin(order.hash(), backup, order.generation(), order.restoring(), clock.instant()));
        return Optional.empty();
    }

    /** Why an order was not begun. */
    public record Refusal(Hold reason, String message) {}

    /**
     * Does what can be done now.
     *
     * @param seen the cluster, for who serves the DNS; may lag behind
     * @return what is waited for; empty when the apply has come to its end
     */
    public Optional<String> advance(Journals.Read journal, Observation seen, Rollout how) {
        Optional<List<Step>> steps = backups.steps(journal.journal().backup());
        if (steps.isEmpty()) {
            end(
                    journal,
                    Phase.FAILED,
                    "ConfigMap " + journal.journal().backup()
                            + " with its steps is gone; compare the objects with the plan by hand",
                    how);
            return Optional.empty();
        }
        boolean forward = journal.journal().phase() == Phase.APPLYING;
        Course course = forward
                ? new Forward(objects, prover, seen, this::isOver, limit(how)).go(steps.get())
                : new Back(objects, prover, seen, this::isOver, limit(how)).go(steps.get());
        return switch (course) {
            case Course.Waits(String state) -> Optional.of(state);
            case Course.Ended(String note) -> {
                end(journal, forward ? Phase.APPLIED : Phase.ROLLED_BACK, forward ? note : cause(journal), how);
                yield Optional.empty();
            }
            case Course.Stopped(String why) -> stopped(journal, how, forward, why);
        };
    }

    private Optional<String> stopped(Journals.Read journal, Rollout how, boolean forward, String why) {
        patience.forget();
        if (forward && how.rollbackOnProbeFailure()) {
            journals.write(journal, journal.journal().enter(Phase.RETURNING, why, clock.instant()));
            return Optional.of("everything goes back: " + why);
        }
        end(
                journal,
                Phase.FAILED,
                forward
                        ? why + "; it is left so, as spec.rollout says"
                        : cause(journal) + "; and on the way back: " + why,
                how);
        return Optional.empty();
    }

    private static String cause(Journals.Read journal) {
        return journal.journal().message();
    }

    private void end(Journals.Read journal, Phase phase, String message, Rollout how) {
        journals.write(journal, journal.journal().enter(phase, message, clock.instant()));
        patience.forget();
        backups.prune(how.backupLimit());
    }

    private boolean isOver(Step step, Proof.Pending pending, Duration limit) {
        Instant now = clock.instant();
        return patience.isOver(step, pending.state(), limit, now);
    }

    private static Duration limit(Rollout how) {
        return Duration.ofSeconds(how.probeTimeoutSeconds());
    }
}
