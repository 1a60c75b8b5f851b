package io.portafilter.compiler;

import io.portafilter.compiler.incremental.UnitKey;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Difference;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Snapshot;
import java.util.List;
import java.util.Set;

/**
 * What one step of the compiler came to.
 *
 * @param snapshot the world that was compiled: the one that was given, with {@code lastGood} applied
 * @param puts objects that are new or changed, sorted by key
 * @param deletes keys of objects that are gone, sorted
 * @param lastGood LastGoodIngress objects that came or went, because an Ingress became invalid or valid; to be stored before the
 *     objects are published, so that a restart knows them
 * @param findings that came and went
 * @param ingresses the Ingresses of which something else is in effect now: their old state went, their new one came
 * @param secrets that the configuration depends on now and did not before, and the other way round
 * @param ran the units that ran
 */
public record Compilation(
        Snapshot snapshot,
        List<Published> puts,
        List<Key> deletes,
        List<Change> lastGood,
        Difference<Finding> findings,
        Difference<IngressState> ingresses,
        Difference<Name> secrets,
        Set<UnitKey> ran) {
    /** The same with other differences, for somebody who knew something else before than the compiler did. */
    public Compilation telling(
            Difference<Finding> otherFindings, Difference<IngressState> otherIngresses, Difference<Name> otherSecrets) {
        return new Compilation(snapshot, puts, deletes, lastGood, otherFindings, otherIngresses, otherSecrets, ran);
    }
}
