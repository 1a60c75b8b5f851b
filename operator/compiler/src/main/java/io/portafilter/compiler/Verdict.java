package io.portafilter.compiler;

import io.portafilter.snapshot.Finding;
import java.util.List;

/**
 * What is to be said to the author of an Ingress before it is stored (behaviour §16).
 *
 * @param refusals why it, or a part of it, would be refused; empty: it is accepted
 * @param remarks other findings about it
 */
public record Verdict(List<Finding> refusals, List<Finding> remarks) {
    /** Copies the lists. */
    public Verdict {
        refusals = List.copyOf(refusals);
        remarks = List.copyOf(remarks);
    }

    /** Whether nothing of it would be refused. */
    public boolean isAccepted() {
        return refusals.isEmpty();
    }
}
