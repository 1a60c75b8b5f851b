package io.portafilter.snapshot;

/**
 * The last text of an Ingress that passed validation, kept while the current text does not. It is input like any other object, so a
 * restart, or another replica, comes to the same result.
 *
 * @param ingress the accepted text; has the name of the Ingress that it stands for
 */
public record LastGoodIngress(Ingress ingress) implements KubeObject {
    @Override
    public Meta meta() {
        return ingress.meta();
    }

    @Override
    public Kind kind() {
        return Kind.LAST_GOOD_INGRESS;
    }
}
