package io.portafilter.flags;

import picocli.CommandLine.Option;

/** The flags that say how much is logged. */
public final class LogFlags {
    @Option(
            names = {"-v", "--v"},
            paramLabel = "LEVEL",
            description = "Log verbosity: 0 and 1 information, 2 and more details; default: ${DEFAULT-VALUE}")
    private int verbosity;

    /** {@code -v}, as in ingress-nginx: 0 and up. */
    public int verbosity() {
        return verbosity;
    }
}
