package io.portafilter.compiler;

import io.portafilter.compiler.incremental.Engine;
import io.portafilter.compiler.incremental.Outcome;
import io.portafilter.compiler.ingress.Acceptance;
import io.portafilter.compiler.ingress.AcceptedIngress;
import io.portafilter.compiler.ingress.IngressUnit;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.LastGoodIngress;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the Ingresses that became invalid in a step, and keeps their last valid text as an object of the snapshot; forgets it when the
 * Ingress is valid again, or gone. Last good is input, not memory: who starts anew with these objects comes to the same result.
 */
final class LastGood {
    private LastGood() {}

    static List<Change> changes(
            Engine engine, Snapshot snapshot, Collection<? extends Change> changes, Outcome outcome) {
        List<Change> lastGood = new ArrayList<>();
        Set<Name> touched = new LinkedHashSet<>();
        Set<Name> deleted = new HashSet<>();
        for (Change change : changes) {
            Ref ref = change.ref();
            if (ref.kind() == Kind.INGRESS || ref.kind() == Kind.LAST_GOOD_INGRESS) {
                touched.add(ref.name());
            }
            if (ref.kind() == Kind.INGRESS && change instanceof Change.Delete) {
                deleted.add(ref.name());
            }
        }
        for (Outcome.Changed changed : outcome.changed()) {
            if (changed.unit().unit().equals(IngressUnit.ID.name())) {
                touched.add((Name) changed.unit().key());
                currentText(changed.before())
                        .filter(text -> isRejected(changed.after()))
                        .ifPresent(text -> lastGood.add(new Change.Put(new LastGoodIngress(text.ingress()))));
            }
        }
        for (Name name : touched) {
            Ref ref = new Ref(Kind.LAST_GOOD_INGRESS, name);
            if (snapshot.get(ref).isPresent()
                    && (deleted.contains(name) || !isNeeded(engine.value(IngressUnit.ID, name)))) {
                lastGood.add(new Change.Delete(ref));
            }
        }
        return lastGood;
    }

    private static Optional<AcceptedIngress> currentText(Optional<?> acceptance) {
        return acceptance.isPresent()
                        && acceptance.get() instanceof Acceptance.InEffect(var accepted, var lastGood, var ignored)
                        && !lastGood
                ? Optional.of(accepted)
                : Optional.empty();
    }

    private static boolean isRejected(Optional<?> acceptance) {
        return acceptance.filter(Acceptance.Rejected.class::isInstance).isPresent();
    }

    /** It is of no use once the Ingress's own text is in effect; before that the Ingress, or its class, may only be late. */
    private static boolean isNeeded(Optional<Acceptance> acceptance) {
        return currentText(acceptance).isEmpty();
    }
}
