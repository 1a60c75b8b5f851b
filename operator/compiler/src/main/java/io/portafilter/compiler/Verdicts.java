package io.portafilter.compiler;

import io.portafilter.compiler.incremental.Engine;
import io.portafilter.compiler.ingress.Acceptance;
import io.portafilter.compiler.ingress.IngressUnit;
import io.portafilter.snapshot.Difference;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Judges an Ingress by what the compiler made of it: what is refused once it is stored is refused before. */
final class Verdicts {
    /** Two Ingresses claim the same: whoever comes with the claim is refused, also where the other one would lose it. */
    private static final Set<String> COLLISIONS = Set.of("path-already-owned", "canary-already-attached");

    private Verdicts() {}

    /**
     * The verdict.
     *
     * @param came the findings that only the changes brought, about whatever object
     */
    static Verdict of(Name ingress, Engine engine, Difference<Finding> came) {
        Ref ref = new Ref(Kind.INGRESS, ingress);
        List<Finding> about = about(ref, engine);
        TreeSet<Finding> refusals = new TreeSet<>();
        engine.value(IngressUnit.ID, ingress).map(Acceptance::refusals).ifPresent(refusals::addAll);
        about.stream().filter(Verdicts::isCollision).forEach(refusals::add);
        came.came().stream().filter(Verdicts::isCollision).forEach(refusals::add);
        return new Verdict(
                List.copyOf(refusals),
                about.stream().filter(finding -> !refusals.contains(finding)).toList());
    }

    private static boolean isCollision(Finding finding) {
        return COLLISIONS.contains(finding.id());
    }

    /** Findings are sorted by object: those about one stand together. */
    private static List<Finding> about(Ref ref, Engine engine) {
        return engine.findings().tailSet(new Finding("", Severity.INFO, ref, "", "")).stream()
                .takeWhile(finding -> finding.object().equals(ref))
                .toList();
    }
}
