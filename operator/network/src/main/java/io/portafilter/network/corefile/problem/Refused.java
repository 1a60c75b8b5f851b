package io.portafilter.network.corefile.problem;

import java.io.Serial;

/** How the inside of a reader stops at the first problem. Never leaves the packages of the Corefile: their entrances answer with the problem. */
public final class Refused extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Stops with a problem. */
    public Refused(Problem problem) {
        super(problem.sentence(), null, false, false);
        this.problem = problem;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }
}
