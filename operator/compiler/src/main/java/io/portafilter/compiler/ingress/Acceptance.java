package io.portafilter.compiler.ingress;

/** What becomes of an Ingress. */
public sealed interface Acceptance {
    /**
     * It is in effect.
     *
     * @param accepted the text in effect and what it says
     * @param lastGood whether that is an earlier text, because the current one is invalid
     */
    record InEffect(AcceptedIngress accepted, boolean lastGood) implements Acceptance {}

    /** It is invalid, and no earlier text is known: nothing of it is in effect. */
    record Rejected() implements Acceptance {}

    /** It is not for us: another controller's class, or a default backend where these are not allowed. */
    record Foreign() implements Acceptance {}
}
