package io.portafilter.network.corefile.render;

/**
 * What is added to a Corefile when it is written, and taken away again before anything is compared.
 *
 * @param generation a short hash; a replica that has loaded this Corefile answers {@code portafilter-GENERATION} to version.bind
 * @param planHash the plan that it comes from, such as {@code sha256:1f0c}
 */
public record Mark(String generation, String planHash) {
    /** How the answer to version.bind begins. */
    public static final String PREFIX = "portafilter-";

    /** How the header begins. */
    public static final String HEADER = "# managed by portafilter; plan ";

    /** What a replica answers. */
    public String answer() {
        return PREFIX + generation;
    }
}
