package io.portafilter.compiler;

import io.portafilter.snapshot.Name;
import java.util.Comparator;

/**
 * What became of an Ingress.
 *
 * @param name which
 * @param effect what of it is in effect
 */
public record IngressState(Name name, Effect effect) implements Comparable<IngressState> {
    private static final Comparator<IngressState> ORDER =
            Comparator.comparing(IngressState::name).thenComparing(IngressState::effect);

    @Override
    public int compareTo(IngressState other) {
        return ORDER.compare(this, other);
    }

    /** What of an Ingress is in effect. */
    public enum Effect {
        /** Its current text. */
        CURRENT,
        /** Its last valid text, because the current one is invalid. */
        LAST_GOOD,
        /** Nothing: it is invalid. */
        NOTHING,
        /** It is not for us. */
        FOREIGN
    }
}
