package io.portafilter.compiler;

import io.portafilter.snapshot.Difference;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Name;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What changes would lead to, had they happened.
 *
 * @param findings that would come and go
 * @param ingresses the Ingresses of which something else would be in effect
 * @param verdicts on each Ingress that the changes put
 */
public record Consideration(
        Difference<Finding> findings, Difference<IngressState> ingresses, SortedMap<Name, Verdict> verdicts) {
    /** Copies the map. */
    public Consideration {
        verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
    }

    /** The verdict on this Ingress; empty if the changes do not put it. */
    public Optional<Verdict> verdict(Name ingress) {
        return Optional.ofNullable(verdicts.get(ingress));
    }
}
