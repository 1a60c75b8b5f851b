package io.portafilter.compiler.incremental;

import io.portafilter.snapshot.Difference;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Name;
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
 * @param secrets that some unit reads now and none did before, and the other way round
 */
public record Outcome(Set<UnitKey> ran, List<Changed> changed, Difference<Finding> findings, Difference<Name> secrets) {
    /**
     * A value that changed.
     *
     * @param unit whose
     * @param before empty if there was none
     * @param after empty if there is none any more
     */
    public record Changed(UnitKey unit, Optional<?> before, Optional<?> after) {}

    /** This step and the next as one; a value may then have changed twice. */
    public Outcome then(Outcome next) {
        Set<UnitKey> both = new HashSet<>(ran);
        both.addAll(next.ran);
        List<Changed> changes = new ArrayList<>(changed);
        changes.addAll(next.changed);
        return new Outcome(both, changes, findings.then(next.findings), secrets.then(next.secrets));
    }
}
