package io.portafilter.compiler;

/** How often a random test tries: less often in everybody's build than with {@code -Dthorough=true}, which CI takes. */
final class Thorough {
    private Thorough() {}

    static int times(int usually, int thorough) {
        return Boolean.getBoolean("thorough") ? thorough : usually;
    }
}
