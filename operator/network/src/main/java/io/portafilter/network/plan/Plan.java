package io.portafilter.network.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * What would be changed.
 *
 * @param changes in the order in which they would be made
 * @param refusals why something that is wanted is not among them
 * @param hash what an approval names: over everything that would be written, and nothing else
 */
public record Plan(List<Change> changes, List<String> refusals, String hash) {
    /** Copies the lists. */
    public Plan {
        changes = List.copyOf(changes);
        refusals = List.copyOf(refusals);
    }

    static Plan of(List<Change> changes, List<String> refusals) {
        return new Plan(changes, refusals, hash(changes));
    }

    private static String hash(List<Change> changes) {
        return Digest.of(changes.stream()
                .flatMap(change -> Stream.of(
                        change.object().toString(),
                        change.field(),
                        change.feasibility().word(),
                        change.live(),
                        change.wanted()))
                .toList());
    }

    /** Whether everything is as it should be. */
    public boolean isEmpty() {
        return changes.isEmpty() && refusals.isEmpty();
    }
}
