package io.portafilter.cli.report;

import io.portafilter.snapshot.Severity;

/** Words and counts for people. */
public final class Words {
    private Words() {}

    /** A severity in a line of text. */
    public static String of(Severity severity) {
        return switch (severity) {
            case INFO -> "info";
            case WARNING -> "warning";
            case ERROR -> "error";
        };
    }

    /** {@code 1 file}, {@code 2 files}. */
    public static String count(long number, String noun) {
        String ending = number == 1 ? "" : noun.endsWith("s") ? "es" : "s";
        return number + " " + noun + ending;
    }
}
