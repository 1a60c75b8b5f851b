package io.portafilter.flags;

/**
 * A flag of ingress-nginx (behaviour §21).
 *
 * @param name with its dashes
 * @param usual its default in ingress-nginx; empty for none
 * @param fate what becomes of it here
 */
public record Flag(String name, String usual, Fate fate) {
    /** Whether it is true or false. */
    boolean isBoolean() {
        return usual.equals("true") || usual.equals("false");
    }
}
