package io.portafilter.compiler.ingress;

import io.portafilter.snapshot.Finding;
import java.util.List;

/** What becomes of an Ingress. */
public sealed interface Acceptance {
    /** Why its current text, or a part of it, is refused; somebody who asks before it is stored is told not to. */
    List<Finding> refusals();

    /**
     * It is in effect.
     *
     * @param accepted the text in effect and what it says
     * @param lastGood whether that is an earlier text, because the current one is invalid
     */
    record InEffect(AcceptedIngress accepted, boolean lastGood, List<Finding> refusals) implements Acceptance {
        /** Copies the list. */
        public InEffect {
            refusals = List.copyOf(refusals);
        }
    }

    /** It is invalid, and no earlier text is known: nothing of it is in effect. */
    record Rejected(List<Finding> refusals) implements Acceptance {
        /** Copies the list. */
        public Rejected {
            refusals = List.copyOf(refusals);
        }
    }

    /** It is not for us: another controller's class, or a default backend where these are not allowed. */
    record Foreign(List<Finding> refusals) implements Acceptance {
        /** Copies the list. */
        public Foreign {
            refusals = List.copyOf(refusals);
        }
    }
}
