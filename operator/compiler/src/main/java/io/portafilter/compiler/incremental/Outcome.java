package io.portafilter.compiler.incremental;

import io.portafilter.snapshot.Difference;
import io.portafilter.snapshot.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one step did.
 *
 * @param ran the instances that ran, or ended
 * @param changed those whose value is another now
 * @param findings that came and went
 */
public record Outcome(Set<UnitKey> ran, List<Changed> changed, Difference<Finding> findings) {
    /**
     * A value that changed.
     *
     * @param unit whose
     * @param before empty if there was none
     * @param after empty if there is none any more
     */
    public record Changed(UnitKey unit, Optional<?> before, Optional<?> after) {}

    static final class Builder {
        private final Set<UnitKey> ran = new HashSet<>();
        private final List<Changed> changed = new ArrayList<>();
        private final List<Finding> touchedFindings = new ArrayList<>();

        void ran(UnitKey unit, Instance before, Instance after) {
            ran.add(unit);
            if (!before.findings().equals(after.findings())) {
                touchedFindings.addAll(before.findings());
                touchedFindings.addAll(after.findings());
            }
            if (!before.value().equals(after.value())) {
                changed.add(new Changed(unit, before.value(), after.value()));
            }
        }

        Outcome build(Set<Finding> findingsBefore, Set<Finding> findingsAfter) {
            return new Outcome(
                    Set.copyOf(ran),
                    List.copyOf(changed),
                    Difference.between(touchedFindings, findingsBefore, findingsAfter));
        }
    }
}
