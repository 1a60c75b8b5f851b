package io.portafilter.compiler.annotation;

import io.portafilter.contract.Origin;

/**
 * Requests are answered with an error, because serving them would open what somebody wanted closed (behaviour §15, "location
 * denied").
 *
 * @param scope what is closed
 * @param origin who asked for what cannot be given
 */
public record Denial(Scope scope, Origin origin) {
    /** How far a denial reaches. */
    public enum Scope {
        /** The routes of the Ingress. */
        ROUTES,
        /** Every route of every host of the Ingress, those of other Ingresses too: the annotation acts on whole hosts. */
        HOSTS
    }

    /** The one that reaches further; this one when both reach equally far. */
    public Denial widest(Denial other) {
        return other.scope.compareTo(scope) > 0 ? other : this;
    }
}
