package io.portafilter.compiler;

import io.portafilter.compiler.incremental.Outcome;
import io.portafilter.compiler.ingress.Acceptance;
import io.portafilter.compiler.ingress.IngressUnit;
import io.portafilter.snapshot.Difference;
import io.portafilter.snapshot.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** What became of each Ingress, kept step by step so that a step costs what it touches. Immutable. */
record IngressStates(PSortedMap<Name, IngressState> byName) {
    static final IngressStates NONE = new IngressStates(TreePMap.empty());

    IngressStates after(Difference<IngressState> difference) {
        PSortedMap<Name, IngressState> next = byName;
        for (IngressState gone : difference.went()) {
            next = next.minus(gone.name());
        }
        for (IngressState come : difference.came()) {
            next = next.plus(come.name(), come);
        }
        return new IngressStates(next);
    }

    static Difference<IngressState> difference(Outcome outcome) {
        List<IngressState> came = new ArrayList<>();
        List<IngressState> went = new ArrayList<>();
        for (Outcome.Changed changed : outcome.changed()) {
            if (changed.unit().unit().equals(IngressUnit.ID.name())) {
                Name name = (Name) changed.unit().key();
                Optional<IngressState> before = state(name, changed.before());
                Optional<IngressState> after = state(name, changed.after());
                if (!before.equals(after)) {
                    before.ifPresent(went::add);
                    after.ifPresent(came::add);
                }
            }
        }
        came.sort(Comparator.naturalOrder());
        went.sort(Comparator.naturalOrder());
        return new Difference<>(came, went);
    }

    private static Optional<IngressState> state(Name name, Optional<?> value) {
        return value.map(Acceptance.class::cast).map(acceptance -> new IngressState(name, effect(acceptance)));
    }

    private static IngressState.Effect effect(Acceptance acceptance) {
        return switch (acceptance) {
            case Acceptance.InEffect(var accepted, var lastGood) ->
                lastGood ? IngressState.Effect.LAST_GOOD : IngressState.Effect.CURRENT;
            case Acceptance.Rejected rejected -> IngressState.Effect.NOTHING;
            case Acceptance.Foreign foreign -> IngressState.Effect.FOREIGN;
        };
    }
}
