package io.portafilter.compiler.incremental;

import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one run of a unit came to.
 *
 * @param value what it made
 * @param reads what it asked
 * @param findings what is wrong
 * @param emitted by key index
 * @param pending whether the run waits for a Secret's contents: then everything but the reads is that of the last run that did not
 * @param awaited the Secret that it waits for itself; empty where it waits for another unit that does
 */
record Instance(
        Optional<?> value,
        Set<Read> reads,
        List<Finding> findings,
        Map<String, Emitted> emitted,
        boolean pending,
        List<Name> awaited) {
    static final Instance NONE = new Instance(Optional.empty(), Set.of(), List.of(), Map.of());

    /** A run that came to its end. */
    Instance(Optional<?> value, Set<Read> reads, List<Finding> findings, Map<String, Emitted> emitted) {
        this(value, reads, findings, emitted, false, List.of());
    }

    /** The same, waiting. */
    Instance waiting(Set<Read> readsSoFar, PendingRead pendingRead) {
        return new Instance(value, readsSoFar, findings, emitted, true, pendingRead.secrets());
    }
}
