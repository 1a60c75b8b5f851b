package io.portafilter.controller.compile;

import io.portafilter.compiler.IngressState;
import io.portafilter.contract.Version;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Snapshot;
import java.util.List;

/**
 * What the operator knows after a step; immutable.
 *
 * @param snapshot the cluster
 * @param findings what is wrong, sorted
 * @param ingresses what became of each Ingress, sorted by name
 * @param version of what was published
 */
public record View(Snapshot snapshot, List<Finding> findings, List<IngressState> ingresses, Version version) {
    /** Copies the lists. */
    public View {
        findings = List.copyOf(findings);
        ingresses = List.copyOf(ingresses);
    }
}
