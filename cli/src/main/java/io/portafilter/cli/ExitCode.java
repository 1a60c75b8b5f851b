package io.portafilter.cli;

/** Exit codes of all commands. */
final class ExitCode {
    /** All is well. */
    static final int FINE = 0;
    /** There are findings of severity ERROR, or the command could not do what it was asked for. */
    static final int ERROR = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;

    private ExitCode() {}
}
