package io.portafilter.compiler;

import io.portafilter.compiler.incremental.Outcome;
import io.portafilter.compiler.ingress.Acceptance;
import io.portafilter.compiler.ingress.IngressUnit;
import io.portafilter.snapshot.Difference;
import io.portafilter.snapshot.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
        SortedMap<Name, Optional<IngressState>> before = new TreeMap<>();
        Map<Name, Optional<IngressState>> after = new HashMap<>();
        for (Outcome.Changed changed : outcome.changed()) {
            if (changed.unit().unit().equals(IngressUnit.ID.name())) {
                Name name = (Name) changed.unit().key();
                before.putIfAbsent(name, state(name, changed.before()));
                after.put(name, state(name, changed.after()));
            }
        }
        List<IngressState> came = new ArrayList<>();
        List<IngressState> went = new ArrayList<>();
        before.forEach((name, old) -> {
            Optional<IngressState> now = after.getOrDefault(name, Optional.empty());
            if (!now.equals(old)) {
                old.ifPresent(went::add);
                now.ifPresent(came::add);
            }
        });
        return new Difference<>(came, went);
    }

    private static Optional<IngressState> state(Name name, Optional<?> value) {
        return value.map(Acceptance.class::cast).map(acceptance -> new IngressState(name, effect(acceptance)));
    }

    private static IngressState.Effect effect(Acceptance acceptance) {
        return switch (acceptance) {
            case Acceptance.InEffect inEffect ->
                inEffect.lastGood() ? IngressState.Effect.LAST_GOOD : IngressState.Effect.CURRENT;
            case Acceptance.Rejected rejected -> IngressState.Effect.NOTHING;
            case Acceptance.Foreign foreign -> IngressState.Effect.FOREIGN;
        };
    }
}
