package io.portafilter.compiler.catalogue;

/** What becomes of an entry here. */
public sealed interface Status {
    /** It does what it does in ingress-nginx. */
    record Built() implements Status {}

    /**
     * It is planned.
     *
     * @param absence what it means until then
     */
    record Later(Absence absence) implements Status {}

    /** It holds text in nginx's language, which nothing here executes. */
    record Snippet() implements Status {}

    /**
     * It will never do anything.
     *
     * @param why a sentence without its full stop
     */
    record Never(String why) implements Status {}
}
