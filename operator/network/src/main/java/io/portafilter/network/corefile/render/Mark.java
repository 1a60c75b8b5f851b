package io.portafilter.network.corefile.render;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern LINE = Pattern.compile("(?m)^[ \\t]*chaos[ \\t]+(" + PREFIX + "[0-9a-z]+)[ \\t]*$");

    private static final Pattern ADDED =
            Pattern.compile("(?m)^(?:" + HEADER + ".*|[ \\t]*chaos[ \\t]+" + PREFIX + "[0-9a-z]+[ \\t]*)(?:\\R|\\z)");

    /** What a replica answers that has loaded this Corefile; nothing where it has no mark of ours. */
    public static Optional<String> answerOf(String corefile) {
        Matcher line = LINE.matcher(corefile);
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    /** A text as it was planned: without what is added when it is written. */
    public static String strip(String corefile) {
        return ADDED.matcher(corefile).replaceAll("");
    }

    /** What a replica answers. */
    public String answer() {
        return PREFIX + generation;
    }
}
