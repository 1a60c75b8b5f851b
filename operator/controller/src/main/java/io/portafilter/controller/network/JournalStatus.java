package io.portafilter.controller.network;

import io.portafilter.crds.status.AppliedStatus;
import io.portafilter.crds.status.AppliedStatus.Outcome;
import io.portafilter.crds.status.ApplyingStatus;
import io.portafilter.network.rollout.Journal;
import io.portafilter.network.rollout.Phase;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What the journal says, as a status tells it. */
final class JournalStatus {
    private JournalStatus() {}

    /**
     * The plan that is being carried out.
     *
     * @param waitsFor what is not proven yet
     */
    static Optional<ApplyingStatus> applying(Journal journal, String waitsFor) {
        return journal.phase().isActive()
                ? Optional.of(new ApplyingStatus(
                        journal.hash(),
                        journal.phase().word(),
                        time(journal),
                        waitsFor.isEmpty() ? "begins" : waitsFor))
                : Optional.empty();
    }

    /** The plan that was carried out last. */
    static Optional<AppliedStatus> applied(Journal journal, String namespace) {
        return outcome(journal.phase())
                .map(outcome -> new AppliedStatus(
                        journal.hash(),
                        time(journal),
                        outcome,
                        namespace + "/" + journal.backup(),
                        Optional.of(journal.message()).filter(message -> !message.isEmpty())));
    }

    private static Optional<Outcome> outcome(Phase phase) {
        return switch (phase) {
            case NONE, APPLYING, RETURNING -> Optional.empty();
            case APPLIED -> Optional.of(Outcome.APPLIED);
            case ROLLED_BACK -> Optional.of(Outcome.ROLLED_BACK);
            case FAILED -> Optional.of(Outcome.FAILED);
        };
    }

    private static String time(Journal journal) {
        return journal.at().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
