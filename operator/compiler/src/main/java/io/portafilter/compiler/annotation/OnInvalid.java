package io.portafilter.compiler.annotation;

/** What happens when an annotation's text is not of its form (behaviour §15). */
enum OnInvalid {
    /** The Ingress is not accepted. */
    REJECT("the Ingress is rejected: its last accepted version stays in force, and a new Ingress has no routes"),
    /** The routes answer 503. */
    DENY("the routes of the Ingress answer 503"),
    /** The routes answer 503, where ingress-nginx would serve them without protection (behaviour §8). */
    FAIL_CLOSED("the routes of the Ingress answer 503 rather than be served without protection"),
    /** As if the annotation were not there. */
    IGNORE("it is ignored, as if it were not set");

    private final String consequence;

    OnInvalid(String consequence) {
        this.consequence = consequence;
    }

    /** What happens, as part of a sentence. */
    String consequence() {
        return consequence;
    }
}
