package io.portafilter.network.plan;

import java.util.List;

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
        return new Plan(changes, refusals, PlanHash.of(changes));
    }

    /** Whether everything is as it should be. */
    public boolean isEmpty() {
        return changes.isEmpty() && refusals.isEmpty();
    }
}
