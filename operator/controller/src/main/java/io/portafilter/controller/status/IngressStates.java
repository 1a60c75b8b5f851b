package io.portafilter.controller.status;

import io.portafilter.compiler.IngressState;
import io.portafilter.compiler.IngressState.Effect;
import io.portafilter.snapshot.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks into the states of Ingresses, which are sorted by name. */
final class IngressStates {
    private IngressStates() {}

    static Optional<Effect> effect(List<IngressState> states, Name name) {
        int low = 0;
        int high = states.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            IngressState state = states.get(middle);
            int order = state.name().compareTo(name);
            if (order == 0) {
                return Optional.of(state.effect());
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** The names of those that came, went, or have another effect. */
    static List<Name> changed(List<IngressState> before, List<IngressState> after) {
        List<Name> changed = new ArrayList<>();
        int old = 0;
        int now = 0;
        while (old < before.size() || now < after.size()) {
            int order = order(before, old, after, now);
            if (order == 0) {
                if (before.get(old).effect() != after.get(now).effect()) {
                    changed.add(after.get(now).name());
                }
                old++;
                now++;
            } else if (order < 0) {
                changed.add(before.get(old++).name());
            } else {
                changed.add(after.get(now++).name());
            }
        }
        return changed;
    }

    private static int order(List<IngressState> before, int old, List<IngressState> after, int now) {
        if (old == before.size()) {
            return 1;
        }
        return now == after.size()
                ? -1
                : before.get(old).name().compareTo(after.get(now).name());
    }
}
