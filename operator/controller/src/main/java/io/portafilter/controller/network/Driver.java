package io.portafilter.controller.network;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.portafilter.controller.network.apply.Applier;
import io.portafilter.controller.network.apply.Applier.Order;
import io.portafilter.controller.network.apply.Journals;
import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.setup.Rollout;
import io.portafilter.network.check.Conflict;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.plan.Plan;
import io.portafilter.network.rollout.Case;
import io.portafilter.network.rollout.Decision;
import io.portafilter.network.rollout.Decisions;
import io.portafilter.network.rollout.Hold;
import io.portafilter.network.rollout.Journal;
import io.portafilter.network.rollout.Outlook;
import io.portafilter.network.rollout.Steps;
import io.portafilter.network.spec.Wish;
import io.portafilter.network.status.Note;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides, and has carried out: goes on with what was begun, begins what may be begun. */
final class Driver {
    private final Optional<Applier> applier;
    private final InstantSource clock;

    /**
     * A driver.
     *
     * @param applier empty where we may not write
     */
    Driver(Optional<Applier> applier, InstantSource clock) {
        this.applier = applier;
        this.clock = clock;
    }

    /**
     * What is planned.
     *
     * @param generation of the NetworkSetup
     */
    record Planned(long generation, Wish wish, Observation seen, List<Conflict> conflicts, Optional<Plan> plan) {}

    /**
     * How things stand afterwards.
     *
     * @param journal as it is now
     * @param waitsFor what the apply that goes on waits for; empty where none goes on
     * @param held why the plan is not carried out
     * @param trouble what went wrong just now
     * @param restored whether somebody else's change began to be taken back just now
     */
    record Stand(
            Journal journal, String waitsFor, Optional<Decision.Held> held, Optional<Note> trouble, boolean restored) {
        private static Stand of(Journal journal, String waitsFor) {
            return new Stand(journal, waitsFor, Optional.empty(), Optional.empty(), false);
        }

        private Stand held(Hold reason, String message) {
            return new Stand(journal, waitsFor, Optional.of(new Decision.Held(reason, message)), trouble, restored);
        }
    }

    /** One round. */
    Stand drive(Planned planned) {
        Journal journal = Journal.EMPTY;
        try {
            if (applier.isEmpty()) {
                return decided(planned, new Journals.Read(journal, Optional.empty()));
            }
            Journals.Read read = applier.get().journal();
            journal = read.journal();
            return journal.phase().isActive() ? goOn(applier.get(), read, planned) : decided(planned, read);
        } catch (KubernetesClientException e) {
            return new Stand(
                    journal,
                    journal.phase().isActive() ? "the API server" : "",
                    Optional.empty(),
                    Optional.of(new Note("ApiServer", "a request failed and is made again: " + e.getMessage())),
                    false);
        }
    }

    /** Goes on with what was begun, without anybody who says how. */
    static void finish(Applier applier, Cluster cluster) {
        Journals.Read journal = applier.journal();
        if (journal.journal().phase().isActive()) {
            applier.advance(
                    journal,
                    Observation.of(cluster),
                    RecordReader.read(Rollout.class, Map.of(), "spec.rollout").value());
        }
    }

    private static Stand goOn(Applier applier, Journals.Read journal, Planned planned) {
        Optional<String> waits =
                applier.advance(journal, planned.seen(), planned.wish().spec().rollout());
        return Stand.of(applier.journal().journal(), waits.orElse(""));
    }

    private Stand decided(Planned planned, Journals.Read read) {
        Stand stand = Stand.of(read.journal(), "");
        if (planned.plan().isEmpty()) {
            return stand;
        }
        Plan plan = planned.plan().get();
        return switch (decision(planned, plan, read.journal())) {
            case Decision.Settled() -> stand;
            case Decision.Held(Hold reason, String message) -> stand.held(reason, message);
            case Decision.Go(boolean restoring) -> begin(stand, planned, plan, read, restoring);
        };
    }

    private Stand begin(Stand stand, Planned planned, Plan plan, Journals.Read read, boolean restoring) {
        Applier able = applier.orElseThrow();
        Order order = new Order(
                plan.hash(),
                planned.generation(),
                restoring,
                Steps.of(plan, planned.seen(), planned.wish().spec()));
        return able.begin(read, order)
                .map(why -> stand.held(why.reason(), why.message()))
                .orElseGet(() -> new Stand(
                        able.journal().journal(), "the first write", Optional.empty(), Optional.empty(), restoring));
    }

    private Decision decision(Planned planned, Plan plan, Journal journal) {
        return Decisions.of(new Case(
                planned.wish().spec(),
                planned.generation(),
                plan,
                Outlook.of(planned.seen(), planned.wish().spec(), plan, planned.conflicts()),
                journal,
                applier.isPresent(),
                clock.instant()));
    }
}
