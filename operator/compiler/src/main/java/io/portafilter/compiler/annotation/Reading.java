package io.portafilter.compiler.annotation;

import io.portafilter.snapshot.Finding;
import java.util.List;
import java.util.Optional;

/** What the annotations of one Ingress say. */
public sealed interface Reading {
    /** What is to be said about them, sorted. */
    List<Finding> findings();

    /** Those of the findings for which the Ingress, or an annotation of it, is refused; sorted. */
    List<Finding> refusals();

    /**
     * The Ingress counts.
     *
     * @param values what is built
     * @param denial when its routes must be answered with an error instead; see {@link #denial(String)}
     * @param findings sorted
     * @param refusals sorted
     */
    record Accepted(Values values, Optional<Denial> denial, List<Finding> findings, List<Finding> refusals)
            implements Reading {
        /** Copies the lists. */
        public Accepted {
            findings = findings.stream().sorted().toList();
            refusals = refusals.stream().sorted().toList();
        }

        /**
         * The denial of the route of one path: that of the Ingress, or one because the path needs a regular expression or a
         * rewrite, which are not built yet (behaviour §2.2, §2.3).
         *
         * @param path the path as the Ingress has it; an empty one is {@code /}
         */
        public Optional<Denial> denial(String path) {
            return denial.or(() -> values.regexDenial(path));
        }
    }

    /**
     * The Ingress does not count: its last accepted text stays in force, and without one it has no routes (behaviour §15).
     *
     * @param findings sorted
     * @param refusals sorted; at least one says why
     */
    record Rejected(List<Finding> findings, List<Finding> refusals) implements Reading {
        /** Copies the lists. */
        public Rejected {
            findings = findings.stream().sorted().toList();
            refusals = refusals.stream().sorted().toList();
        }
    }
}
